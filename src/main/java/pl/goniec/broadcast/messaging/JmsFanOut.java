package pl.goniec.broadcast.messaging;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import pl.goniec.broadcast.control.FanOut;
import pl.goniec.platform.jms.JmsSender;

/** Sends chunks to the queue as ids in JSON. */
@Dependent
public class JmsFanOut implements FanOut {

    /** The internal queue between submitting and delivering. */
    static final String QUEUE = "GoniecFanOut";

    @Inject
    JmsSender sender;

    @Override
    public void dispatch(List<Chunk> chunks) {
        sender.sendAll(QUEUE, chunks.stream().map(JmsFanOut::json).toList());
    }

    private static String json(Chunk chunk) {
        return Json.createObjectBuilder()
                .add("broadcast", chunk.broadcast().value())
                .add("chunk", chunk.number())
                .build()
                .toString();
    }
}
