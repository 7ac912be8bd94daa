package pl.goniec.upkeep.schedule;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Moves from an H2 file. */
@Named
@Dependent
public class MoveBatchlet extends UpkeepBatchlet {

    @Override
    String work() {
        return jobs.move();
    }
}
