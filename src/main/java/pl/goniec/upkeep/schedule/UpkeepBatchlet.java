package pl.goniec.upkeep.schedule;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import pl.goniec.upkeep.api.UpkeepRefused;

/** A step of an operator's job. What it says is added to the job's exit status, where the console and the command line show it. */
abstract class UpkeepBatchlet extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(UpkeepBatchlet.class.getName());

    @Inject
    JobContext job;

    @Inject
    UpkeepJobs jobs;

    /** Does it and returns what came of it in a sentence. */
    abstract String work();

    /** Returns DONE, or REFUSED, at which the job's description lets the job fail. */
    @Override
    public String process() {
        try {
            say(work());
            return "DONE";
        } catch (UpkeepRefused e) {
            LOG.log(Level.ERROR, "{0}: {1}", job.getJobName(), e.getMessage());
            say(e.getMessage());
            return "REFUSED";
        }
    }

    private void say(String sentence) {
        job.setExitStatus(job.getExitStatus() == null ? sentence : job.getExitStatus() + "\n" + sentence);
    }
}
