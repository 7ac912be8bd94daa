package pl.goniec.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** The people, companies and conversations that the access matrix speaks of. */
final class MatrixOffice {

    /** Somebody who tries; the person is null for nobody, the side is the one he would act from. */
    record Actor(String name, String column, PersonId person, Side side) {}

    final CompanyId f1;
    final CompanyId f2;
    final PersonId ent1;
    final PersonId emp1;
    final PersonId blockedEmployee;
    final ConversationId c1;
    final ConversationId c2;
    final ConversationId c3;

    private final Map<String, Actor> actors = new LinkedHashMap<>();

    MatrixOffice(World world) {
        f1 = world.company("Firma Pierwsza " + System.nanoTime());
        f2 = world.company("Firma Druga " + System.nanoTime());
        add("HEAD", world.head("Helena Szef"), Side.OFFICE);
        add("CARE_IN", world.caretaker("Olga Swoja", f1), Side.OFFICE);
        add("CARE_OUT", world.caretaker("Oskar Obcy", f2), Side.OFFICE);
        add("STAFF", world.staff("Kamil Kadrowy"), Side.OFFICE);
        var former = world.caretaker("Irena Była", f1);
        world.takenAway(former, f1);
        add("CARE_EX", former, Side.OFFICE);
        ent1 = world.entrepreneur(f1, "Adam Właściciel");
        emp1 = world.employee(f1, "Ewa Pracownica");
        add("ENT_1", ent1, Side.CLIENT);
        add("ENT_2", world.entrepreneur(f2, "Bogdan Właściciel"), Side.CLIENT);
        add("EMP_1", emp1, Side.CLIENT);
        add("EMP_1B", world.employee(f1, "Feliks Pracownik"), Side.CLIENT);
        add("EMP_2", world.employee(f2, "Gustaw Pracownik"), Side.CLIENT);
        blockedEmployee = world.client(f1, "Hanna Zablokowana", Role.EMPLOYEE, AccountState.BLOCKED, true);
        c1 = world.conversation(f1, ent1);
        c2 = world.conversation(f1, emp1);
        c3 = world.conversation(f2, person("ENT_2"));
    }

    /** Adds a person of every kind who has logged in already and is to be blocked then. */
    List<PersonId> peopleToBlock(World world) {
        var people = Map.of(
                "head", world.head("Helena Odeszła"),
                "caretaker", world.caretaker("Olaf Odszedł", f1),
                "staff", world.staff("Klara Odeszła"),
                "entrepreneur", world.entrepreneur(f1, "Antoni Odszedł"),
                "employee", world.employee(f1, "Elżbieta Odeszła"));
        people.forEach((kind, person) -> actors.put(
                kind,
                new Actor("BLOCKED " + kind, "BLOCKED", person, kind.startsWith("e") ? Side.CLIENT : Side.OFFICE)));
        return List.copyOf(people.values());
    }

    PersonId person(String name) {
        return actors.get(name).person();
    }

    /** Returns everybody who tries: nobody, the people in the order of the columns, and who was blocked. */
    Stream<Actor> everybody() {
        return Stream.concat(Stream.of(new Actor("ANON", "ANON", null, Side.OFFICE)), actors.values().stream());
    }

    private void add(String name, PersonId person, Side side) {
        actors.put(name, new Actor(name, name, person, side));
    }
}
