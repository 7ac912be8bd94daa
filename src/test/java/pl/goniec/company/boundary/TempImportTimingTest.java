package pl.goniec.company.boundary;

import jakarta.persistence.FlushModeType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.audit.boundary.AuditService;
import pl.goniec.company.api.*;
import pl.goniec.conversation.control.NewCaretakers;
import pl.goniec.conversation.control.NewClients;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountChanged;

class TempImportTimingTest {

    @ParameterizedTest
    @MethodSource("pl.goniec.fixture.TestDatabases#both")
    void timing(TestDatabases engine) throws Exception {
        int companies = Integer.getInteger("temp.companies", 5000);
        var list = new StringBuilder("firma;NIP;numer;opiekunowie;e-mail;imię i nazwisko;rola\n");
        list.append(";;;;opiekun@duzy.example;Opiekun;opiekun\n");
        int digits = 700_000_000;
        for (int i = 0; i < companies; i++) {
            String nip = null;
            while (nip == null) {
                digits++;
                for (char last = '0'; last <= '9' && nip == null; last++) {
                    if (Nip.isValid(Integer.toString(digits) + last)) nip = Integer.toString(digits) + last;
                }
            }
            for (var role : List.of("przedsiębiorca", "pracownik"))
                list.append("Firma " + i + ";" + nip + ";D/" + i + ";opiekun@duzy.example;" + role.charAt(4) + i + "x"
                        + role.length() + "@duzy.example;Imię Nazwisko " + i + ";" + role + "\n");
        }
        var bytes = list.toString().getBytes(StandardCharsets.UTF_8);
        var em = engine.factory().createEntityManager();
        em.getTransaction().begin();
        try {
            var world = new World(Sql.on(em.unwrap(Connection.class)));
            world.sql().change("INSERT INTO office (id, name, phone) VALUES (1, 'Biuro', '1')");
            var beans = new Beans(em).callingAs(world.email(world.head("Szefowa")));
            long t0 = System.nanoTime();
            var preview = beans.get(ImportService.class).preview(bytes);
            em.clear();
            say(
                    engine,
                    "preview " + preview.rows() + " faults " + preview.faults().size(),
                    t0);
            t0 = System.nanoTime();
            beans.get(ImportService.class)
                    .run(bytes, true, new ImportProgress())
                    .get();
            say(engine, "run", t0);
            long t1 = System.nanoTime();
            em.setFlushMode(FlushModeType.COMMIT);
            var events = List.copyOf(beans.events());
            for (var event : events) {
                if (event instanceof MemberAdded e) {
                    beans.get(NewClients.class).added(e);
                    beans.get(AuditService.class).added(e);
                }
                if (event instanceof AccountChanged e)
                    beans.get(AuditService.class).changed(e);
                if (event instanceof CompanyChanged e)
                    beans.get(AuditService.class).changed(e);
                if (event instanceof CareChanged e)
                    beans.get(AuditService.class).changed(e);
            }
            say(engine, "observers of " + events.size(), t1);
            t1 = System.nanoTime();
            em.flush();
            for (var event : events)
                if (event instanceof CaretakerAssigned e)
                    beans.get(NewCaretakers.class).assigned(e);
            say(engine, "flush and markers", t1);
            System.gc();
            var r = Runtime.getRuntime();
            System.out.println(engine + " heap MB " + (r.totalMemory() - r.freeMemory()) / 1048576 + " max "
                    + r.maxMemory() / 1048576);
            say(engine, "all", t0);
        } finally {
            em.getTransaction().rollback();
            em.close();
        }
    }

    private static void say(TestDatabases engine, String what, long t) {
        System.out.println(engine + " " + what + " ms " + (System.nanoTime() - t) / 1_000_000);
    }
}
