package pl.goniec.bench.peer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The first page of the lista firm for a person, in its default order, by one statement. */
@Named("peer")
@RequestScoped
public class PeerTable {

    private static final String ROWS = """
            SELECT c.name, c.nip, SUM(v.client_count - COALESCE(r.read_up_to, 0)) AS unread, MAX(v.last_talk_at) AS talked
            FROM company_access a
            JOIN company c ON c.id = a.company_id
            LEFT JOIN conversation v ON v.company_id = c.id
            LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = a.person_id AND r.side = a.side
            WHERE a.person_id = (SELECT id FROM person WHERE email = ?) AND a.side = 'OFFICE'
            GROUP BY c.id, c.name, c.nip
            ORDER BY CASE WHEN SUM(v.client_count - COALESCE(r.read_up_to, 0)) > 0 THEN 0 ELSE 1 END,
                     MAX(v.last_talk_at) DESC NULLS LAST, c.name
            FETCH FIRST 25 ROWS ONLY
            """;

    /** What a row shows; a class, because records have no properties in expressions yet. */
    public static final class Row {

        private final String name;
        private final String nip;
        private final String unread;
        private final String talked;

        Row(ResultSet row) throws SQLException {
            name = row.getString(1);
            nip = row.getString(2);
            unread = row.getString(3);
            talked = row.getString(4);
        }

        public String getName() {
            return name;
        }

        public String getNip() {
            return nip;
        }

        public String getUnread() {
            return unread;
        }

        public String getTalked() {
            return talked;
        }
    }

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private DataSource source;

    private String as;
    private List<Row> rows;

    public String getAs() {
        return as;
    }

    /** Says whose list it is: there is no log-in. */
    public void setAs(String email) {
        this.as = email;
    }

    /** Returns the rows, read once per request. */
    public List<Row> getRows() throws SQLException {
        if (rows == null) {
            rows = read();
        }
        return rows;
    }

    private List<Row> read() throws SQLException {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement(ROWS)) {
            query.setString(1, as);
            try (var result = query.executeQuery()) {
                var read = new ArrayList<Row>();
                while (result.next()) {
                    read.add(new Row(result));
                }
                return read;
            }
        }
    }
}
