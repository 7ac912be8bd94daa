package pl.goniec.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The authorization oracle, {@code authz-matrix.csv}: one row per operation and object, one column per actor. */
final class AccessMatrix {

    /** The columns of people with a browser, and of nobody; systems and operators have their own channels. */
    static final List<String> PEOPLE = List.of(
            "ANON",
            "HEAD",
            "CARE_IN",
            "CARE_OUT",
            "STAFF",
            "CARE_EX",
            "ENT_1",
            "ENT_2",
            "EMP_1",
            "EMP_1B",
            "EMP_2",
            "BLOCKED");

    private static final int NAMES = 3;

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    AccessMatrix() {
        var lines = read().lines().map(AccessMatrix::cells).toList();
        var columns = lines.get(0);
        for (var line : lines.subList(1, lines.size())) {
            var verdicts = new LinkedHashMap<String, String>();
            for (int column = NAMES; column < columns.size(); column++) {
                verdicts.put(columns.get(column), line.get(column));
            }
            rows.put(line.get(0) + " " + line.get(1), verdicts);
        }
    }

    /** Returns the operations with their objects, as in {@code conv.read C1 (F1: office<->ENT_1)}. */
    Set<String> rows() {
        return rows.keySet();
    }

    /** Returns A allowed, N not found, F forbidden, L log-in, C conflict or X refused by the channel. */
    String verdict(String row, String actor) {
        return rows.get(row).get(actor);
    }

    private static String read() {
        try (var in = AccessMatrix.class.getResourceAsStream("/authz-matrix.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell with a comma stands in quotation marks. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (var cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell);
        }
        return cells;
    }
}
