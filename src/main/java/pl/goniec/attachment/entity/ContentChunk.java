package pl.goniec.attachment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A piece of content of at most 1 MiB. */
@Entity
@Table(name = "content_chunk")
@IdClass(ContentChunk.Key.class)
public class ContentChunk {

    /** Bytes in every piece but the last. */
    public static final int SIZE = 1 << 20;

    @Id
    private String hash;

    @Id
    private int number;

    @Column(name = "bytes")
    private byte[] bytes;

    protected ContentChunk() {}

    /**
     * Holds a piece.
     *
     * @param number counted from 0
     */
    public ContentChunk(String hash, int number, byte[] bytes) {
        this.hash = hash;
        this.number = number;
        this.bytes = bytes.clone();
    }

    /** The content and the piece's number. */
    public record Key(String hash, int number) implements Serializable {}
}
