package pl.goniec.platform.faces;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import pl.goniec.shared.Page;

/**
 * The rows of a table that reads one page at a time. PrimeFaces asks for the number and the rows apart and often; both come from
 * the one page that was read last, until it is forgotten or another is turned to.
 */
public final class PagedRows<T extends Serializable> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    private final Source<T> source;
    private final int size;
    private int first;
    private Page<T> page = new Page<>(List.of(), 0);

    public PagedRows(int size, Source<T> source) {
        this.size = size;
        this.source = source;
    }

    /** Reads the page that begins with this row, counted from 0. */
    public void turnTo(int row) {
        first = row;
        page = source.read(first, size);
    }

    /** Reads the shown page again, or the first one when it has gone. */
    public void refresh() {
        turnTo(first);
        if (first > 0 && page.rows().isEmpty()) {
            turnTo(0);
        }
    }

    /** Returns the rows of the shown page. */
    public List<T> shown() {
        return page.rows();
    }

    public long total() {
        return page.total();
    }

    /** Returns the number of the first shown row, counted from 0. */
    public int first() {
        return first;
    }

    public int getSize() {
        return size;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(total());
    }

    @Override
    public List<T> load(int row, int rows, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
        if (row != first) {
            turnTo(row);
        }
        return page.rows();
    }

    /** Where the pages come from. */
    @FunctionalInterface
    public interface Source<T extends Serializable> extends Serializable {

        /** Reads at most {@code size} rows from the row {@code first} on. */
        Page<T> read(int first, int size);
    }
}
