package pl.goniec.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.faces.FacesException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import org.junit.jupiter.api.Test;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;

/** What is a refusal, in whatever it comes wrapped, and what is unexpected. */
class RefusalHandlerTest {

    private static RuntimeException refusal(Throwable thrown) {
        return RefusalHandler.refusal(new FacesException(thrown));
    }

    @Test
    void ofTwoChangesAtOneMomentTheLaterIsAConflict() {
        var atCommit = new RollbackException("ARJUNA016053: Could not commit transaction.");
        atCommit.initCause(new OptimisticLockException());

        assertThat(refusal(new EJBTransactionRolledbackException("Transaction rolled back", atCommit)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.key()).isEqualTo("error.meanwhile"));
        assertThat(refusal(new EJBException(new OptimisticLockException()))).isInstanceOf(ConflictException.class);
    }

    @Test
    void whatTheBusinessOrTheContainerRefusesIsShownAsItIs() {
        var notFound = new NotFoundException();
        var denied = new EJBAccessException();

        assertThat(refusal(new EJBException(notFound))).isSameAs(notFound);
        assertThat(refusal(denied)).isSameAs(denied);
    }

    @Test
    void everythingElseIsUnexpected() {
        assertThat(refusal(new EJBException(new PersistenceException("no connection"))))
                .isNull();
    }
}
