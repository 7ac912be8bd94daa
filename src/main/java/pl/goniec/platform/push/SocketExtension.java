package pl.goniec.platform.push;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import org.omnifaces.cdi.push.SocketSessionManager;

/**
 * Lets OmniFaces show every socket that it opens. Its own events do not add up: a socket whose channel was given up before it closed
 * has no {@code Closed} event.
 */
public class SocketExtension implements BuildCompatibleExtension {

    @Enhancement(types = SocketSessionManager.class)
    public void notice(MethodConfig method) {
        if (method.info().name().equals("add") && method.info().parameters().size() == 1) {
            method.addAnnotation(SocketsNoticed.class);
        }
    }
}
