package pl.goniec.demo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.platform.config.Settings;

/** Behind the log-in page's panel of accounts to choose from. */
@Named("demo")
@RequestScoped
public class DemoBacking {

    @Inject
    private Settings settings;

    public boolean isActive() {
        return settings.isDemo();
    }

    /** Returns the accounts, and none outside the demonstration. */
    public List<DemoAccount> getAccounts() {
        return isActive() ? DemoAccount.ALL : List.of();
    }

    /** Returns the one password of them all, and null outside the demonstration. */
    public String getPassword() {
        return isActive() ? DemoAccount.PASSWORD : null;
    }
}
