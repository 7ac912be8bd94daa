package pl.goniec.attachment.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Content that is stored, known by its SHA-256. */
@Entity
public class Content {

    @Id
    private String hash;

    private long size;

    protected Content() {}

    /**
     * Names stored content.
     *
     * @param size in bytes
     */
    public Content(String hash, long size) {
        this.hash = hash;
        this.size = size;
    }

    public String hash() {
        return hash;
    }

    public long size() {
        return size;
    }
}
