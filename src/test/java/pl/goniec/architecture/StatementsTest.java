package pl.goniec.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Statements;
import pl.goniec.fixture.TestDatabases;

/**
 * Every statement of the application has been tried on both engines. Runs last: it looks back on all tests of this process, and
 * says nothing when only some of them were asked for.
 */
@Order(Integer.MAX_VALUE)
class StatementsTest {

    @Test
    void everyStatementWasTriedOnBothEngines() {
        assumeTrue(System.getProperty("test") == null, "not all tests run");
        var engines = TestDatabases.both().map(TestDatabases::toString).toList();
        var missing = new TreeMap<String, List<String>>();
        for (var method : methodsWithStatements()) {
            var untried = engines.stream()
                    .filter(engine -> !Statements.engines(method).contains(engine))
                    .toList();
            if (!untried.isEmpty()) {
                missing.put(method, untried);
            }
        }
        assertThat(missing).as("statements that no test has tried, by engine").isEmpty();
    }

    private static List<String> methodsWithStatements() {
        var methods = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("pl.goniec").stream()
                        .filter(type -> type.getPackageName().contains(".control"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(StatementsTest::preparesAStatement)
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
