package pl.goniec.upkeep.schedule;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Checks the database. */
@Named
@Dependent
public class ConsistencyCheckBatchlet extends UpkeepBatchlet {

    @Override
    String work() {
        return jobs.check();
    }
}
