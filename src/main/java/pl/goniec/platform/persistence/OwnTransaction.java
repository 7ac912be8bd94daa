package pl.goniec.platform.persistence;

import jakarta.ejb.EJBException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** A transaction that a use case begins itself, because it needs several, one after the other. */
public final class OwnTransaction {

    private OwnTransaction() {}

    /** Does something in a transaction and commits it; whatever is thrown rolls it back. */
    public static <T> T around(UserTransaction transaction, Supplier<T> work) {
        try {
            transaction.begin();
            T result;
            try {
                result = work.get();
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            transaction.commit();
            return result;
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new EJBException(e);
        }
    }
}
