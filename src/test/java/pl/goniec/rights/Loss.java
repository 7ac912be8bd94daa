package pl.goniec.rights;

/** What somebody loses: one of those who have it, by number. */
record Loss(Kind kind, int which) {

    enum Kind {
        CARE,
        POSITION,
        ACCOUNT,
        MEMBERSHIP
    }
}
