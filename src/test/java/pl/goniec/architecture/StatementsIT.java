package pl.goniec.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Statements;
import pl.goniec.fixture.TestDatabases;

/**
 * Every statement of the application has been tried on both engines. It looks back on the tests that ran without the server, in the
 * processes before this one, and says nothing when only some of them were asked for.
 */
class StatementsIT {

    @Test
    void everyStatementWasTriedOnBothEngines() throws IOException {
        assumeTrue(System.getProperty("test") == null, "not all tests run");
        var methods = methodsWithStatements();
        for (var engine : TestDatabases.both().toList()) {
            assertThat(Statements.triedOn(engine.toString()))
                    .as("statements that a test has tried on %s", engine)
                    .containsAll(methods);
        }
    }

    private static List<String> methodsWithStatements() {
        var methods = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("pl.goniec").stream()
                        .filter(type -> type.getPackageName().contains(".control"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(StatementsIT::preparesAStatement)
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .distinct()
                        .toList();
        assertThat(methods).hasSizeGreaterThan(30);
        return methods;
    }

    private static boolean preparesAStatement(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget())
                .anyMatch(target -> target.getOwner().getSimpleName().equals("EntityManager")
                        && target.getName().matches("create.*Query"));
    }
}
