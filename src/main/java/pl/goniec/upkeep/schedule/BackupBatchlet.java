package pl.goniec.upkeep.schedule;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Writes a backup. */
@Named
@Dependent
public class BackupBatchlet extends UpkeepBatchlet {

    @Override
    String work() {
        return jobs.backup();
    }
}
