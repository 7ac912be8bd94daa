package pl.goniec.bench;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.primefaces.PrimeFaces;
import pl.goniec.bench.peer.PeerTable;
import pl.goniec.platform.persistence.AppendOnlyTrigger;

/** Packs the bare pages and servlets for the application's server, below {@code /peer}. */
final class PeerWar {

    /** The smallest page with a PrimeFaces table: a form, so that it has a view state like any page that does something. */
    private static final String TABLE = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:f="jakarta.faces.core" xmlns:h="jakarta.faces.html"
                  xmlns:p="http://primefaces.org/ui">
            <f:metadata><f:viewParam name="as" value="#{peer.as}"/></f:metadata>
            <h:head><title>Firmy</title></h:head>
            <h:body>
              <h:form id="list">
                <p:dataTable id="table" value="#{peer.rows}" var="row" rows="25">
                  <p:column headerText="Firma">#{row.name}</p:column>
                  <p:column headerText="NIP">#{row.nip}</p:column>
                  <p:column headerText="Nieprzeczytane">#{row.unread}</p:column>
                  <p:column headerText="Ostatnia wiadomość">#{row.talked}</p:column>
                </p:dataTable>
              </h:form>
            </h:body>
            </html>
            """;

    private static final String AT_THE_ROOT = """
            <jboss-web xmlns="http://www.jboss.com/xml/ns/javaee" version="14.1"><context-root>/</context-root></jboss-web>
            """;

    /** With the append-only trigger goes the interface that H2 knows it by, as in the application. */
    private static final File STRUCTURE = new File("src/main/webapp/WEB-INF/jboss-deployment-structure.xml");

    private PeerWar() {}

    /** Puts a WAR of nothing but one file, where the application has its log-in page, into a folder of deployments. */
    static void page(Path deployments) {
        export(
                ShrinkWrap.create(WebArchive.class, "page.war")
                        .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Goniec</title>"), "login.xhtml")
                        .addAsWebInfResource(new StringAsset(AT_THE_ROOT), "jboss-web.xml"),
                deployments);
    }

    /** Puts the bare table and servlets into a folder of deployments. */
    static void into(Path deployments) throws URISyntaxException {
        export(
                ShrinkWrap.create(WebArchive.class, "peer.war")
                        .addPackage(PeerTable.class.getPackage())
                        .addClass(AppendOnlyTrigger.class)
                        .addAsWebResource(new StringAsset(TABLE), "table.xhtml")
                        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                        .addAsWebInfResource(STRUCTURE, STRUCTURE.getName())
                        .addAsLibrary(new File(PrimeFaces.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())),
                deployments);
    }

    private static void export(WebArchive war, Path deployments) {
        war.as(ZipExporter.class).exportTo(deployments.resolve(war.getName()).toFile(), true);
    }
}
