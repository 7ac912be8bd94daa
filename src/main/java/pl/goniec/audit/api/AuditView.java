package pl.goniec.audit.api;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Rows of the audit trail for somebody who reads them.
 *
 * @param companies today's names of the companies that the rows name by their ids
 * @param people today's names of the people that the rows name by their ids
 */
public record AuditView(List<AuditRow> rows, Map<Long, String> companies, Map<Long, String> people)
        implements Serializable {

    public static final AuditView EMPTY = new AuditView(List.of(), Map.of(), Map.of());
}
