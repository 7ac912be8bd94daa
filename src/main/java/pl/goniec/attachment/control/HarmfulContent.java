package pl.goniec.attachment.control;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.shared.BusinessException;

/**
 * Finds what would harm whoever opens a file: an archive that becomes huge or many, an XML that declares entities. An archive is
 * read as a stream, so that nothing of it is kept, and only until it is too much; what is locked or broken stays unjudged, since
 * nobody else gets further.
 */
final class HarmfulContent {

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private static final int MOST_ENTRIES = 10_000;
    private static final int DEEPEST = 4;
    private static final long MOST_BYTES = 256L << 20;
    private static final long ALWAYS_FINE_BYTES = 10L << 20;
    /** Tables of numbers shrink to a fiftieth. */
    private static final int MOST_TIMES = 100;

    private final UploadedFile file;
    private final byte[] buffer = new byte[8192];
    private long packed;
    private long unpacked;
    private int entries;

    private HarmfulContent(UploadedFile file) {
        this.file = file;
    }

    /**
     * Reads the file once more.
     *
     * @throws BusinessException {@code attachment.harmful}
     */
    static void refuse(UploadedFile file, String type) throws IOException {
        var content = new HarmfulContent(file);
        if (type.equals("application/xml")) {
            content.refuseDoctype();
        } else {
            content.unpack(content.new Packed(file.source().open()), 0);
        }
    }

    private void refuseDoctype() throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var in = file.source().open()) {
            var xml = factory.createXMLStreamReader(in);
            for (int next = xml.next(); next != XMLStreamConstants.START_ELEMENT; next = xml.next()) {
                if (next == XMLStreamConstants.DTD) {
                    throw harmful();
                }
            }
        } catch (XMLStreamException e) {
            // broken before anything could be declared
        }
    }

    /** What is no archive has no entries. */
    private void unpack(InputStream in, int depth) throws IOException {
        try (var archive = new ZipInputStream(in)) {
            while (archive.getNextEntry() != null) {
                if (++entries > MOST_ENTRIES || depth > DEEPEST) {
                    throw harmful();
                }
                var entry = new Entry(archive);
                var start = entry.readNBytes(ARCHIVE.length);
                if (Arrays.equals(start, ARCHIVE)) {
                    unpack(new SequenceInputStream(new ByteArrayInputStream(start), entry), depth + 1);
                }
                entry.readToTheEnd();
            }
        } catch (ZipException | EOFException e) {
            // locked or broken
        }
    }

    private BusinessException harmful() {
        return new BusinessException("attachment.harmful", file.name());
    }

    /** Counts what is read of the file. */
    private final class Packed extends FilterInputStream {

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            packed += Math.max(0, read);
            return read;
        }
    }

    /** Counts what comes out, until it is too much; whoever closes it closes no archive. */
    private final class Entry extends FilterInputStream {

        Entry(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            unpacked += Math.max(0, read);
            if (unpacked > MOST_BYTES || unpacked > ALWAYS_FINE_BYTES + MOST_TIMES * packed) {
                throw harmful();
            }
            return read;
        }

        void readToTheEnd() throws IOException {
            int read = 0;
            while (read >= 0) {
                read = read(buffer, 0, buffer.length);
            }
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
