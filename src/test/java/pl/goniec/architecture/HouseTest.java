package pl.goniec.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.DependsOn;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The house's rules about who may use whom and what stands where. */
@AnalyzeClasses(packages = "pl.goniec", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String ROOT = "pl.goniec.";

    /** Lowest first; a component may use only the api and boundary of those before it. */
    private static final List<String> COMPONENTS = List.of(
            "shared",
            "platform",
            "mail",
            "identity",
            "company",
            "attachment",
            "conversation",
            "broadcast",
            "backoffice",
            "inbox",
            "notification",
            "audit",
            "upkeep",
            "demo");

    private static final Set<String> FEATURES = Set.of(
            "mail",
            "identity",
            "company",
            "attachment",
            "conversation",
            "broadcast",
            "backoffice",
            "inbox",
            "notification",
            "audit",
            "upkeep",
            "demo");

    private static final Set<String> ROOMS =
            Set.of("api", "boundary", "control", "entity", "web", "messaging", "schedule");

    @ArchTest
    static final ArchRule everyClassIsInAKnownRoomOfAKnownComponent = classes()
            .that(resideInAPackage("pl.goniec.."))
            .should(new ArchCondition<JavaClass>("stand in a known room") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String component = component(type);
                    boolean known =
                            FEATURES.contains(component) ? ROOMS.contains(room(type)) : COMPONENTS.contains(component);
                    report(
                            events,
                            type,
                            known || type.getSimpleName().equals("package-info"),
                            type.getName() + " stands in no room that the house knows");
                }
            });

    @ArchTest
    static final ArchRule componentsUseOnlyWhatIsOpenInThoseBelow = classes()
            .that(resideInAPackage("pl.goniec.."))
            .should(new ArchCondition<JavaClass>("respect the order") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().forEach(dependency -> {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (!target.getPackageName().startsWith(ROOT)
                                || component(target).equals(component(type))) {
                            return;
                        }
                        boolean below = COMPONENTS.indexOf(component(target)) < COMPONENTS.indexOf(component(type));
                        boolean open = !FEATURES.contains(component(target))
                                || Set.of("api", "boundary").contains(room(target));
                        boolean visible =
                                room(type).equals("api") ? component(target).equals("shared") || open : open;
                        report(events, type, below && visible, dependency.getDescription());
                    });
                }
            });

    @ArchTest
    static final ArchRule roomsUseOnlyTheRoomsTheyMay = classes()
            .that(describe("stand in a component", type -> FEATURES.contains(component(type))))
            .should(new ArchCondition<JavaClass>("use only the rooms of their component that they may") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().forEach(dependency -> {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (component(target).equals(component(type))
                                && !room(target).equals(room(type))) {
                            report(
                                    events,
                                    type,
                                    mayUse(room(type)).contains(room(target)),
                                    dependency.getDescription());
                        }
                    });
                }
            });

    private static Set<String> mayUse(String room) {
        return switch (room) {
            case "boundary" -> Set.of("api", "control", "entity");
            case "control" -> Set.of("api", "entity");
            case "entity" -> Set.of("api");
            case "web" -> Set.of("api", "boundary");
            case "messaging" -> Set.of("api", "boundary", "control");
            case "schedule" -> Set.of("api", "boundary");
            default -> Set.of();
        };
    }

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("pl.goniec.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesStandInEntity =
            classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..entity..");

    @ArchTest
    static final ArchRule entitiesUseNothingButJpaValidationAndOurKernel = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "jakarta.ejb..",
                            "jakarta.faces..",
                            "jakarta.jms..",
                            "jakarta.servlet..",
                            "pl.goniec.platform..")
                    .or(describe("injection", type -> type.getFullName().equals("jakarta.inject.Inject"))));

    @ArchTest
    static final ArchRule entitiesHaveNoPublicSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .haveNameMatching("set[A-Z].*")
            .and(describe(
                    "take a value", method -> !method.getRawParameterTypes().isEmpty()))
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule onlyControlUsesTheEntityManager = noClasses()
            .that(resideOutsideOfPackages("..control..", "..platform.persistence.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager");

    @ArchTest
    static final ArchRule jpaStaysInEntityControlAndPlatform = noClasses()
            .that(resideInAnyPackage("..api..", "..web..", "..messaging..", "..schedule..", "pl.goniec.shared.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule facesAndServletsStayInWeb = noClasses()
            .that(resideInAnyPackage(
                    "..api..", "..boundary..", "..control..", "..entity..", "..messaging..", "..schedule.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "org.primefaces..", "org.omnifaces..");

    @ArchTest
    static final ArchRule jmsStaysInMessagingAndPlatform = noClasses()
            .that(resideOutsideOfPackage("..messaging..").and(resideOutsideOfPackage("pl.goniec.platform.jms..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    @ArchTest
    static final ArchRule onlyPlatformPushUsesThePushContext = noClasses()
            .that(resideOutsideOfPackage("pl.goniec.platform.push.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.omnifaces.cdi..")
                    .and(describe("push", type -> type.getSimpleName().startsWith("Push"))));

    @ArchTest
    static final ArchRule onlySettingsReadTheEnvironment = noClasses()
            .that(resideOutsideOfPackage("pl.goniec.platform.config.."))
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule oneWayToLog = noClasses()
            .that(describe("log", type -> !type.getFullName().equals("pl.goniec.platform.security.LogContext")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.util.logging..", "org.jboss.logging..", "org.slf4j..", "org.apache.log4j.."))
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("java.lang.System.Logger is what the server and the tests both have");

    @ArchTest
    static final ArchRule eventsAreNeverAsynchronous = noClasses()
            .should()
            .callMethodWhere(
                    describe("fireAsync", call -> call.getTarget().getName().equals("fireAsync")))
            .because("an asynchronous event is fired before the commit it tells of");

    @ArchTest
    static final ArchRule noPackageIsCalledUtil =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..common..");

    // ---- beans

    private static final DescribedPredicate<JavaClass> BEANS = describe(
            "EJBs",
            type -> type.isAnnotatedWith(Stateless.class)
                    || type.isAnnotatedWith(Singleton.class)
                    || type.isAnnotatedWith(MessageDriven.class));

    @ArchTest
    static final ArchRule boundariesDenyEverythingNotAllowed = classes()
            .that()
            .resideInAPackage("..boundary..")
            .and()
            .areAnnotatedWith(Stateless.class)
            .should()
            .beAnnotatedWith(DenyAll.class);

    @ArchTest
    static final ArchRule boundaryMethodsSayTheirRoles = methods()
            .that()
            .arePublic()
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage("..boundary..").and(are(annotatedWith(Stateless.class))))
            .and(describe("are called from outside", HouseTest::isNoCallback))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(DenyAll.class);

    private static boolean isNoCallback(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    @ArchTest
    static final ArchRule everyBeanSaysWhoMayCallIt = classes()
            .that(BEANS)
            .should()
            .beAnnotatedWith(DenyAll.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule statelessBeansAreBoundariesOrTechnical = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .resideInAnyPackage("..boundary..", "..messaging..", "..schedule..", "pl.goniec.platform..");

    @ArchTest
    static final ArchRule timersOnlyDelegateAndStandInSchedule = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .or()
            .areAnnotatedWith(Schedules.class)
            .or()
            .areAnnotatedWith(Timeout.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("..schedule..");

    @ArchTest
    static final ArchRule consumersStandInMessaging = classes()
            .that()
            .areAnnotatedWith(MessageDriven.class)
            .should()
            .resideInAPackage("..messaging..")
            .andShould()
            .haveSimpleNameEndingWith("Consumer");

    /** Whatever has begun before the start is refused waits for its end for ever, and the server cannot be stopped. */
    @ArchTest
    static final ArchRule nothingBeginsBeforeThereAreTables = classes()
            .that()
            .areAnnotatedWith(Startup.class)
            .and()
            .resideOutsideOfPackage("pl.goniec.platform..")
            .should()
            .beAnnotatedWith(DependsOn.class);

    @ArchTest
    static final ArchRule servicesAreCalledServices = classes()
            .that()
            .resideInAPackage("..boundary..")
            .and()
            .areAnnotatedWith(Stateless.class)
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleName("CallerScope");

    @ArchTest
    static final ArchRule namedBeansOfPagesAreCalledBacking = classes()
            .that()
            .resideInAPackage("..web..")
            .and()
            .areAnnotatedWith("jakarta.inject.Named")
            .should()
            .haveSimpleNameEndingWith("Backing");

    @ArchTest
    static final ArchRule apiIsPlainData = classes()
            .that()
            .resideInAPackage("..api..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "jakarta.validation..", "jakarta.ejb..", "pl.goniec.shared..", "..api.."));

    @ArchTest
    static final ArchRule kernelDependsOnNothing = classes()
            .that()
            .resideInAPackage("pl.goniec.shared..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "jakarta.ejb..", "jakarta.validation..", "pl.goniec.shared.."));

    @ArchTest
    static final ArchRule convertersOfColumnsArePlatforms = classes()
            .that()
            .areAnnotatedWith(Converter.class)
            .should()
            .resideInAnyPackage("pl.goniec.platform.persistence..", "..entity..");

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        Set<String> silent = new TreeSet<>();
        classes.forEach(type -> {
            Path source = Path.of("src/main/java", type.getPackageName().replace('.', '/'), "package-info.java");
            if (!Files.exists(source)) {
                silent.add(type.getPackageName());
            }
        });
        assertThat(silent).as("packages without package-info").isEmpty();
    }

    // ---- where a class stands

    private static String component(JavaClass type) {
        return segment(type, 0);
    }

    private static String room(JavaClass type) {
        return segment(type, 1);
    }

    private static String segment(JavaClass type, int index) {
        String name = type.getPackageName();
        return name.startsWith(ROOT)
                ? Stream.of(name.substring(ROOT.length()).split("\\."))
                        .skip(index)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static void report(ConditionEvents events, JavaClass type, boolean good, String description) {
        if (!good) {
            events.add(SimpleConditionEvent.violated(type, description));
        }
    }
}
