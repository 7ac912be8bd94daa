package pl.goniec.company.api;

/** What can be wrong with the data of a company. */
public enum CompanyFault {
    NAME_BLANK(0),
    NAME_TOO_LONG(CompanyData.NAME_LENGTH),
    NIP_WRONG(0),
    NUMBER_TOO_LONG(CompanyData.NUMBER_LENGTH),
    TAG_TOO_LONG(CompanyData.TAG_LENGTH),
    TOO_MANY_TAGS(CompanyData.MOST_TAGS);

    private final int limit;

    CompanyFault(int limit) {
        this.limit = limit;
    }

    /** Returns the bundle key of the sentence; its place is the limit. */
    public String key() {
        return "company.fault." + name();
    }

    /** Returns what the sentence names, 0 when it names nothing. */
    public int limit() {
        return limit;
    }
}
