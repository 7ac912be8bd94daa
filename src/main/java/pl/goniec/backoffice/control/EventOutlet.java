package pl.goniec.backoffice.control;

import java.util.List;

/** Where events go to those who are told of them. */
public interface EventOutlet {

    /** Hands over all of these in their order, or none. */
    void publish(List<EventToTell> events);
}
