package pl.goniec.upkeep.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.platform.faces.Rendering;
import pl.goniec.upkeep.api.BackupState;
import pl.goniec.upkeep.boundary.BackupStateService;

/** How backups are getting on, for the head's pages; asked once per answer. */
@Named("backups")
@RequestScoped
public class BackupBacking {

    @Inject
    private BackupStateService service;

    private BackupState state;
    private Boolean failed;

    /** Returns who sees to backups, and what became of the last ones. */
    public BackupState getState() {
        if (state == null) {
            state = service.state();
        }
        return state;
    }

    /** Tells whether the head is to be told on his first page that the last backup failed. */
    public boolean isFailed() {
        if (!Rendering.begun()) {
            return false;
        }
        if (failed == null) {
            failed = service.failed();
        }
        return failed;
    }
}
