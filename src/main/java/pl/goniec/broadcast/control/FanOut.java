package pl.goniec.broadcast.control;

import java.util.List;
import pl.goniec.shared.BroadcastId;

/** The way of chunks to whoever delivers them. */
public interface FanOut {

    /** Hands over the chunks, all or none; each may arrive more than once, or late. */
    void dispatch(List<Chunk> chunks);

    /** Which part of which broadcast. */
    record Chunk(BroadcastId broadcast, int number) {}
}
