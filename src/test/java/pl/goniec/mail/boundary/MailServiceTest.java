package pl.goniec.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.identity.api.AccountState;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.api.LetterProblem.Reason;
import pl.goniec.mail.api.LetterRetried;
import pl.goniec.mail.api.LetterRow;
import pl.goniec.mail.api.LettersRetried;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

class MailServiceTest extends MailOnBothEngines {

    private PersonId head;
    private PersonId anna;
    private PersonId wrong;

    @BeforeEach
    void people() {
        head = world.head("Helena Szef");
        var company = world.company("Złoty Kłos");
        anna = world.entrepreneur(company, "Anna Kłos");
        wrong = world.employee(company, "Zły Adres");
        mailServer.refuse(world.email(wrong), "550 Nie ma takiej skrzynki");
    }

    @Test
    void theHeadSeesWhatWasSentAndWhatWasRefused() {
        post(anna, LetterKind.MESSAGES, "Wiadomości");
        var refused = post(wrong, LetterKind.MESSAGES, "Wiadomości");
        assertThat(as(head, MailService.class, MailService::needsALook)).isFalse();
        sendDue();

        var overview = as(head, MailService.class, MailService::overview);
        var troubled = as(head, MailService.class, service -> service.troubled(0, 10));

        assertThat(overview.works()).isTrue();
        assertThat(overview.sent()).isEqualTo(1);
        assertThat(overview.refused()).isEqualTo(1);
        assertThat(overview.waiting()).isZero();
        assertThat(troubled.total()).isEqualTo(1);
        var row = troubled.rows().get(0);
        assertThat(row.id()).isEqualTo(refused);
        assertThat(row.personName()).isEqualTo("Zły Adres");
        assertThat(row.refused()).isTrue();
        assertThat(row.tries()).isEqualTo(1);
        assertThat(row.problem().reason()).isEqualTo(Reason.BOUNCED);
        assertThat(row.problem().words()).contains("550 Nie ma takiej skrzynki");
        assertThat(as(head, MailService.class, MailService::needsALook)).isTrue();
    }

    @Test
    void aRefusedLetterGoesToTheAddressThatThePersonHasNow() {
        var letter = post(wrong, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        world.sql().change("UPDATE person SET email = 'dobry@firma.example' WHERE id = ?", wrong);

        as(head, MailService.class, service -> {
            service.retry(letter);
            return true;
        });

        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(look(letter, "address")).isEqualTo("dobry@firma.example");
        assertThat(look(letter, "problem")).isNull();
        assertThat(beans.events()).contains(new LetterRetried(letter));
        assertThat(sendDue()).isEqualTo(1);
        assertThat(look(letter, "state")).isEqualTo("SENT");
        assertThatThrownBy(() -> as(head, MailService.class, service -> {
                    service.retry(letter);
                    return true;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsSaidOfAnAccountGoesToNoOtherAddress() {
        var former = world.email(wrong);
        var letter = post(wrong, LetterKind.ACCOUNT, "Zmiana adresu");
        sendDue();
        world.sql().change("UPDATE person SET email = 'dobry@firma.example' WHERE id = ?", wrong);
        world.sql().change("UPDATE letter SET expires_at = ? WHERE id = ?", Instant.now(), letter.value());

        as(head, MailService.class, service -> {
            service.retry(letter);
            return true;
        });
        assertThat(look(letter, "address")).isEqualTo(former);
        sendDue();
        assertThat(look(letter, "state")).isEqualTo("REFUSED");
        assertThat(look(letter, "content")).isNotEmpty();

        assertThat(as(head, MailService.class, MailService::retryAll)).isEqualTo(1);
        assertThat(look(letter, "address")).isEqualTo(former);
        assertThat(look(letter, "state")).isEqualTo("WAITING");
    }

    @Test
    void aRefusedLetterWhoseLinkIsOverIsNotSentAgain() {
        var letter =
                post(wrong, LetterKind.PASSWORD, "Nowe hasło", Instant.now().plusSeconds(3600));
        sendDue();
        assertThat(troubled().repeatable()).isTrue();

        world.sql().change("UPDATE letter SET expires_at = ? WHERE id = ?", Instant.now(), letter.value());

        assertThat(troubled().refused()).isTrue();
        assertThat(troubled().repeatable()).isFalse();
        assertThatThrownBy(() -> as(head, MailService.class, service -> {
                    service.retry(letter);
                    return true;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(as(head, MailService.class, MailService::retryAll)).isZero();
    }

    private LetterRow troubled() {
        return as(head, MailService.class, service -> service.troubled(0, 10))
                .rows()
                .get(0);
    }

    @Test
    void allRefusedLettersGoAgainButOnlyTheLatestNewsOfOnePerson() {
        mailServer.refuse(world.email(anna), "550 5.1.1 Nie ma takiej skrzynki");
        var older = post(wrong, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        var newer = post(wrong, LetterKind.MESSAGES, "Wiadomości");
        var password = post(wrong, LetterKind.PASSWORD, "Nowe hasło");
        var other = post(anna, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        var sent = post(head, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        world.sql().change("UPDATE person SET email = 'dobry@firma.example' WHERE id = ?", wrong);
        mailServer.accept(world.email(anna));

        assertThat(as(head, MailService.class, MailService::retryAll)).isEqualTo(3);

        assertThat(beans.events()).contains(new LettersRetried(3));
        assertThat(look(older, "state")).isEqualTo("DROPPED");
        assertThat(look(sent, "state")).isEqualTo("SENT");
        for (var letter : List.of(newer, password, other)) {
            assertThat(look(letter, "state")).isEqualTo("WAITING");
            assertThat(look(letter, "tries")).isEqualTo("0");
            assertThat(look(letter, "problem")).isNull();
        }
        assertThat(look(newer, "address")).isEqualTo("dobry@firma.example");
        assertThat(sendDue()).isEqualTo(3);
        assertThat(as(head, MailService.class, MailService::retryAll)).isZero();
    }

    @Test
    void anOutageIsShownAtOnceAndToldAfterTenMinutes() {
        mailServer.stop();
        var letter = post(anna, LetterKind.MESSAGES, "Wiadomości");
        sendDue();

        var overview = as(head, MailService.class, MailService::overview);
        assertThat(overview.works()).isFalse();
        assertThat(overview.trouble().reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(overview.trouble().since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(overview.waiting()).isEqualTo(1);
        assertThat(as(head, MailService.class, MailService::needsALook)).isFalse();
        assertThat(as(head, MailService.class, service -> service.troubled(0, 10))
                        .rows())
                .extracting(row -> row.problem().reason())
                .containsExactly(Reason.UNREACHABLE);

        world.sql()
                .change(
                        "UPDATE letter SET problem = ? WHERE id = ?",
                        "UNREACHABLE " + Instant.now().minus(Duration.ofMinutes(11)) + " refused",
                        letter.value());
        assertThat(as(head, MailService.class, MailService::needsALook)).isTrue();
    }

    @Test
    void whereEveryLetterIsPutOffForTenMinutesMailDoesNotWork() {
        mailServer.refuse(world.email(anna), "554 5.7.1 Relay access denied");
        var letter = post(anna, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        assertThat(as(head, MailService.class, MailService::overview).works()).isTrue();
        assertThat(as(head, MailService.class, MailService::needsALook)).isFalse();

        age(letter, Instant.now().minus(Duration.ofMinutes(11)));

        var overview = as(head, MailService.class, MailService::overview);
        assertThat(overview.works()).isFalse();
        assertThat(overview.trouble().reason()).isEqualTo(Reason.POSTPONED);
        assertThat(overview.trouble().words()).contains("554 5.7.1 Relay access denied");
        assertThat(as(head, MailService.class, MailService::needsALook)).isTrue();

        post(head, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(as(head, MailService.class, MailService::overview).works())
                .as("something was sent since")
                .isTrue();
        assertThat(as(head, MailService.class, MailService::needsALook)).isFalse();
    }

    @Test
    void whatWasRefusedLongAgoIsNotToldAnyMore() {
        var letter = post(wrong, LetterKind.MESSAGES, "Wiadomości");
        sendDue();
        world.sql()
                .change(
                        "UPDATE letter SET finished_at = ? WHERE id = ?",
                        Instant.now().minus(Duration.ofDays(8)),
                        letter.value());

        assertThat(as(head, MailService.class, MailService::needsALook)).isFalse();
    }

    @Test
    void whoIsNotTheHeadAnyMoreSeesNothing() {
        var former = world.head("Halina Była");
        world.becomes(former, AccountState.BLOCKED);
        var caretaker = world.caretaker("Olga Opiekun");
        for (var person : List.of(former, caretaker, anna)) {
            assertThatThrownBy(() -> as(person, MailService.class, MailService::overview))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, MailService.class, service -> service.troubled(0, 10)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, MailService.class, MailService::needsALook))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, MailService.class, MailService::retryAll))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, MailService.class, service -> {
                        service.retry(new LetterId(1));
                        return true;
                    }))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}
