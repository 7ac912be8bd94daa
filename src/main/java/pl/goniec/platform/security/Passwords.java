package pl.goniec.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Passwords as the server's realm verifies them: bcrypt in the modular crypt form, {@code $2a$12$…}. One hash takes about a third
 * of a second, on purpose.
 */
@ApplicationScoped
public class Passwords {

    private static final int COST = 12;
    private static final int LEAST_COST = 4;

    private final SecureRandom random = new SecureRandom();

    /** Returns the hash to store, with a salt of its own. */
    public String hash(char[] password) {
        return hash(password, COST);
    }

    /** Returns the hash of a password that everybody knows: guessing it costs nothing, so checking it need not. */
    public String hashOfPublic(char[] password) {
        return hash(password, LEAST_COST);
    }

    private String hash(char[] password, int cost) {
        try {
            byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
            random.nextBytes(salt);
            var spec = new EncryptablePasswordSpec(password, new IteratedSaltedPasswordAlgorithmSpec(cost, salt));
            return ModularCrypt.encodeAsString(factory().generatePassword(spec));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("bcrypt is not available", e);
        }
    }

    /** Tells whether the password is the one that was hashed. */
    public boolean verify(char[] password, String hash) {
        try {
            Password stored = factory().translate(ModularCrypt.decode(hash));
            return factory().verify(stored, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a hash that can be verified", e);
        }
    }

    /** Works as long as a verification: a name without a password must not answer faster than one with. */
    public void pretend(char[] password) {
        hash(password);
    }

    private static PasswordFactory factory() throws NoSuchAlgorithmException {
        return PasswordFactory.getInstance(
                BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
    }
}
