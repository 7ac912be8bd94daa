package pl.goniec.conversation.api;

/** A notice's text and files, as they were written once. */
public record NoticeBody(long id, String headline, String title, String text, long attachmentSet) {}
