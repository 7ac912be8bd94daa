package pl.goniec.faults;

/** The database under a server. */
enum Engine {
    H2,
    POSTGRESQL
}
