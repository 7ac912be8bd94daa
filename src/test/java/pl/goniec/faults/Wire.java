package pl.goniec.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The wire between a server and PostgreSQL, which can be cut at the n-th call: either before the database hears of it, or after
 * it has done what it was asked and before it can say so. A call is what ends with Sync or is a simple query.
 */
final class Wire implements AutoCloseable {

    /** Which side of the database's work the cut is on. */
    enum Cut {
        BEFORE,
        AFTER
    }

    private static final int READY = 'Z';

    private final ServerSocket door;
    private final int target;
    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile Cut cut = Cut.BEFORE;

    Wire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts the connection of the n-th call from now on, counted from 1. */
    void cutAt(int call, Cut where) {
        cut = where;
        left.set(call);
    }

    /** Lets everything through again and tells whether the cut was made. */
    boolean mend() {
        return left.getAndSet(-1) <= 0;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                var line = new Line(client, database);
                start(line::questions);
                start(line::answers);
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket database;
        private volatile boolean deaf;

        Line(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void questions() {
            try (client;
                    database;
                    var in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
                var out = database.getOutputStream();
                int start = in.readInt();
                out.write(ByteBuffer.allocate(Integer.BYTES).putInt(start).array());
                out.write(in.readNBytes(start - Integer.BYTES));
                var call = new ByteArrayOutputStream();
                while (true) {
                    int type = message(in, call);
                    if (type == 'S' || type == 'Q') {
                        if (left.get() >= 0 && left.decrementAndGet() == 0) {
                            if (cut == Cut.BEFORE) {
                                return;
                            }
                            deaf = true;
                        }
                    }
                    if (type == 'S' || type == 'Q' || type == 'p' || type == 'X' || type == 'H') {
                        call.writeTo(out);
                        call.reset();
                    }
                }
            } catch (IOException e) {
                // One side has hung up, and now both have.
            }
        }

        void answers() {
            try (client;
                    database;
                    var in = new DataInputStream(new BufferedInputStream(database.getInputStream()))) {
                var out = client.getOutputStream();
                var answer = new ByteArrayOutputStream();
                while (true) {
                    int type = message(in, answer);
                    if (deaf && type == READY) {
                        return;
                    }
                    if (!deaf && (type == READY || in.available() == 0)) {
                        answer.writeTo(out);
                        answer.reset();
                    }
                }
            } catch (IOException e) {
                // One side has hung up, and now both have.
            }
        }

        private int message(DataInputStream in, ByteArrayOutputStream to) throws IOException {
            int type = in.readUnsignedByte();
            int length = in.readInt();
            to.write(type);
            to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
            to.writeBytes(in.readNBytes(length - Integer.BYTES));
            return type;
        }
    }
}
