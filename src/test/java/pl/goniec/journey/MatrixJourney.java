package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import pl.goniec.audit.api.AuditFilter;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.boundary.AuditTrailService;
import pl.goniec.backoffice.boundary.DeadLetterService;
import pl.goniec.broadcast.api.LedgerFilter;
import pl.goniec.broadcast.api.Notice;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.broadcast.boundary.ProgramBroadcastService;
import pl.goniec.company.api.CompanyAdminFilter;
import pl.goniec.company.api.CompanyAdminFilter.Activity;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.PersonFilter;
import pl.goniec.company.boundary.CaretakerService;
import pl.goniec.company.boundary.CompanyAdminService;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.company.boundary.DirectoryService;
import pl.goniec.company.boundary.ImportService;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.boundary.DownloadService;
import pl.goniec.conversation.boundary.OversightService;
import pl.goniec.fixture.server.Goniec;
import pl.goniec.fixture.world.Paper;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.AddStaff;
import pl.goniec.identity.api.ChangeStaff;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.api.Theme;
import pl.goniec.identity.boundary.OfficeService;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.identity.boundary.ProgramService;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.boundary.HandoverService;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.journey.MatrixOffice.Actor;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.boundary.MailService;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;
import pl.goniec.upkeep.boundary.BackupStateService;

/**
 * The rows of the access matrix for which there is a feature, each with the ways in which an actor does what it says, on the
 * boundaries.
 */
abstract class MatrixJourney extends Journey {

    /** After it nobody wants a letter any more that was buried for a try. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Set<String> CLIENTS = Set.of("ENT_1", "ENT_2", "EMP_1", "EMP_1B", "EMP_2");

    private static final Set<String> OFFICE_PEOPLE = Set.of("HEAD", "CARE_IN", "CARE_OUT", "STAFF", "CARE_EX");

    /** Makes what an actor needs and returns what he then does. */
    @FunctionalInterface
    interface Preparation {
        Callable<?> of(Actor actor) throws Exception;
    }

    /**
     * One way to do what a row says.
     *
     * @param changes the table that shows that it was done, or nothing for what only reads
     * @param leftOut actors for whom this way is not built or means something else
     */
    record Attempt(String method, String changes, Set<String> leftOut, Preparation preparation) {
        Attempt without(Set<String> actors) {
            return new Attempt(method, changes, actors, preparation);
        }
    }

    @Inject
    BroadcastService broadcasts;

    @Inject
    LedgerService ledgers;

    @Inject
    ProgramService programs;

    @Inject
    ProgramBroadcastService programNotices;

    @Inject
    Goniec goniec;

    @Inject
    CompanyService companies;

    @Inject
    CompanyAdminService administration;

    @Inject
    CaretakerService caretakers;

    @Inject
    HandoverService handovers;

    @Inject
    OversightService oversight;

    @Inject
    PeopleService people;

    @Inject
    DirectoryService directory;

    @Inject
    InboxService inbox;

    @Inject
    DownloadService downloads;

    @Inject
    ProfileService profiles;

    @Inject
    AuditTrailService trail;

    @Inject
    ImportService lists;

    @Inject
    StaffService staff;

    @Inject
    OfficeService offices;

    @Inject
    MailService mail;

    @Inject
    BackupStateService backups;

    @Inject
    DeadLetterService undelivered;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory inside;

    @Resource(lookup = "java:/jms/queue/GoniecDLQ")
    Queue deadLetters;

    final AccessMatrix matrix = new AccessMatrix();
    final Map<String, List<Attempt>> attempts = new LinkedHashMap<>();
    MatrixOffice office;

    @BeforeEach
    void theOfficeOfTheMatrix() throws Exception {
        office = new MatrixOffice(world);
        var head = office.person("HEAD");
        var careIn = office.person("CARE_IN");
        var blocked = office.peopleToBlock(world);
        for (var person : blocked) {
            as(person, () -> null);
            world.becomes(person, AccountState.BLOCKED);
        }
        conversations();
        files(head, careIn);
        notices(head, careIn);
        officeLists();
        profilesAndCounters();
        clientPeople();
        auditTrail();
        administrationOfCompanies();
        caretakers();
        staff();
    }

    private void conversations() throws Exception {
        for (var conversation : List.of(office.c1, office.c2, office.c3)) {
            world.says(office.person("HEAD"), conversation, "Dzień dobry");
        }
        world.says(office.ent1, office.c1, "Pytanie o niezapominajkę");
        row("conv.read C1 (F1: office<->ENT_1)", reading(office.c1));
        row("conv.read C2 (F1: office<->EMP_1)", lookingInto(office.c2, office.f1, reading(office.c2)));
        row("conv.read C3 (F2: office<->ENT_2)", reading(office.c3));
        row("conv.start->client ENT_1", startingWith(office.ent1));
        row("conv.start->client EMP_1", startingWith(office.emp1));
        row("conv.start->client blocked EMP of F1", startingWith(office.blockedEmployee));
        row(
                "conv.start->office own company F1 (employee permission on)",
                reads("ConversationService.withOffice(CompanyId)", who -> () -> conversations.withOffice(office.f1)));
        row("msg.send C1 open", sending(office.c1));
        row("msg.send C2 open", sending(office.c2));
        row("msg.send C3 open", sending(office.c3));
        row(
                "msg.send duplicate key C1 same idempotency key",
                writes("MessageService.send(SendMessage)", "message", who -> {
                    var command = new SendMessage(office.c1, draft(who, office.c1), "Dwa razy to samo");
                    return () -> {
                        var first = messages.send(command);
                        assertThat(messages.send(command)).isEqualTo(first);
                        return first;
                    };
                }));
        row("conv.markRead C1", markingRead(office.c1));
        row("conv.markRead C2", markingRead(office.c2));
        row(
                "conv.search term that only occurs in C1 (hit?)",
                reads(
                                "ConversationService.conversations(CompanyId,String)",
                                who -> () -> found(conversations.conversations(office.f1, "niezapominajkę")))
                        .without(CLIENTS));
    }

    private Attempt[] reading(ConversationId conversation) {
        return new Attempt[] {
            reads("ConversationService.open(ConversationId)", who -> () -> conversations.open(conversation)),
            reads("ConversationService.older(ConversationId,long)", who -> () -> conversations.older(conversation, 2)),
            reads("ConversationService.newer(ConversationId,long)", who -> () -> conversations.newer(conversation, 0)),
            reads(
                    "ConversationService.between(ConversationId,long,long)",
                    who -> () -> conversations.between(conversation, 1, 1)),
            reads("ConversationService.last(ConversationId)", who -> () -> conversations.last(conversation))
                    .without(OFFICE_PEOPLE)
        };
    }

    /** While the company's switch is off, an employee's conversation is nobody's but his and the office's, whoever tries. */
    private Attempt[] lookingInto(ConversationId conversation, CompanyId company, Attempt... others) {
        var elsewhere = new HashSet<>(OFFICE_PEOPLE);
        elsewhere.add("EMP_1");
        return Stream.concat(
                        Stream.of(others),
                        Stream.of(
                                reads(
                                                "OversightService.thread(ConversationId)",
                                                who -> () -> oversight.thread(conversation))
                                        .without(elsewhere),
                                reads(
                                                "OversightService.older(ConversationId,long)",
                                                who -> () -> oversight.older(conversation, 2))
                                        .without(elsewhere),
                                reads(
                                                "OversightService.conversations(CompanyId)",
                                                who -> () -> oversight.conversations(company))
                                        .without(elsewhere)))
                .toArray(Attempt[]::new);
    }

    private Attempt startingWith(PersonId person) {
        return reads(
                "ConversationService.with(CompanyId,PersonId)", who -> () -> conversations.with(office.f1, person));
    }

    private Attempt[] sending(ConversationId conversation) {
        return new Attempt[] {
            writes("MessageService.send(SendMessage)", "message", who -> {
                var draft = draft(who, conversation);
                return () -> messages.send(new SendMessage(conversation, draft, "Treść"));
            }),
            writes("DraftService.save(DraftId,String)", "draft", who -> {
                var draft = draft(who, conversation);
                return () -> drafts.save(draft, "Treść " + System.nanoTime());
            }),
            writes("DraftService.of(ConversationId)", "draft", who -> {
                forget(who, conversation);
                return () -> drafts.of(conversation);
            })
        };
    }

    private Attempt markingRead(ConversationId conversation) {
        return writes("ConversationService.markRead(ConversationId,long)", "reading", who -> {
            bothSay(conversation);
            return () -> {
                conversations.markRead(conversation, Integer.MAX_VALUE);
                return true;
            };
        });
    }

    private void files(PersonId head, PersonId careIn) throws Exception {
        row("att.download in C1", downloading(office.c1, office.ent1));
        row("att.download in C2", downloading(office.c2, office.emp1));
        row("att.download in C3", downloading(office.c3, office.person("ENT_2")));
        var notice = notice(head, Set.of(office.f1, office.f2));
        row("att.download in broadcast B_S to F1 (author HEAD)", opening(messageOf(notice), fileOf(notice)));
        row(
                "att.download unsent draft of CARE_IN",
                reads("DownloadService.open(DraftId,AttachmentId)", who -> {
                    var draft = as(careIn, () -> drafts.of(office.c1).id());
                    var file = as(careIn, () -> drafts.attach(draft, Paper.text("szkic.txt", "Szkic")));
                    return () -> downloads.open(draft, file.id());
                }),
                reads("DownloadService.piece(DraftId,AttachmentId,int)", who -> {
                    var draft = as(careIn, () -> drafts.of(office.c1).id());
                    var file = as(careIn, () -> drafts.attach(draft, Paper.text("szkic.txt", "Szkic")));
                    return () -> downloads.piece(draft, file.id(), 0);
                }));
        row("att.upload draft in C1", writes("DraftService.attach(DraftId,UploadedFile)", "attachment", who -> {
            var own = draft(who, office.c1);
            return () -> drafts.attach(own, Paper.text("plik.txt", "Treść pliku"));
        }));
        row(
                "att.removeDraft draft of CARE_IN",
                writes("DraftService.remove(DraftId,AttachmentId)", "attachment", who -> {
                    var victims = as(careIn, () -> drafts.of(office.c1).id());
                    var added = as(careIn, () -> drafts.attach(victims, Paper.text("szkic.txt", "Szkic")));
                    return () -> {
                        drafts.remove(victims, added.id());
                        return true;
                    };
                }));
    }

    private Attempt[] downloading(ConversationId conversation, PersonId author) throws Exception {
        var draft = as(author, () -> drafts.of(conversation).id());
        var file = as(author, () -> drafts.attach(draft, Paper.text("umowa.txt", "Umowa")));
        var message = as(author, () -> messages.send(new SendMessage(conversation, draft, "W załączeniu")));
        return opening(message.id(), file.id());
    }

    private Attempt[] opening(MessageId message, AttachmentId file) {
        return new Attempt[] {
            reads("DownloadService.open(MessageId,AttachmentId)", who -> () -> downloads.open(message, file)),
            reads("DownloadService.piece(MessageId,AttachmentId,int)", who -> () -> downloads.piece(message, file, 0))
        };
    }

    private void notices(PersonId head, PersonId careIn) throws Exception {
        row(
                "bcast.create {F1}",
                submitting(Set.of(office.f1)),
                announcing(Set.of(office.f1)),
                writes("BroadcastService.save(DraftId,String,String,boolean)", "broadcast_draft", who -> {
                            var draft = noticeDraft(who);
                            return () -> broadcasts.save(draft, "Tytuł", "Treść " + System.nanoTime(), false);
                        })
                        .without(Set.of("CARE_OUT", "CARE_EX")),
                writes("BroadcastService.attach(DraftId,UploadedFile)", "attachment", who -> {
                            var draft = noticeDraft(who);
                            return () -> broadcasts.attach(draft, Paper.text("zmiany.txt", "Zmiany"));
                        })
                        .without(Set.of("CARE_OUT", "CARE_EX")),
                writes("BroadcastService.remove(DraftId,AttachmentId)", "attachment", who -> {
                            var draft = noticeDraft(who);
                            var file = as(writer(who), () -> broadcasts.attach(draft, Paper.text("a.txt", "A")))
                                    .id();
                            return () -> {
                                broadcasts.remove(draft, file);
                                return true;
                            };
                        })
                        .without(Set.of("CARE_OUT", "CARE_EX")));
        var both = Set.of(office.f1, office.f2);
        row("bcast.create {F1,F2} (mixed care)", submitting(both), announcing(both));
        row(
                "bcast.create 'all' (the server expands it to the caller's own set)",
                writes("BroadcastService.submit(SubmitBroadcast)", "broadcast", who -> {
                    var draft = noticeDraft(who);
                    return () -> {
                        var everything = new CompanyFilter(false, "", false, false, false);
                        var own = inbox.matching(everything);
                        return broadcasts.submit(new SubmitBroadcast(draft, "", "Do wszystkich", false, own));
                    };
                }));
        var byCaretaker = notice(careIn, Set.of(office.f1));
        var byHead = notice(head, Set.of(office.f1, office.f2));
        row("bcast.view author JMS, {F1} (page)", looking(byProgram(office.f1)));
        row("bcast.view author CARE_IN, {F1}", viewing(byCaretaker));
        row("bcast.view author HEAD, {F1,F2}", viewing(byHead));
        row("bcast.cancel/retry author CARE_IN", retrying(byCaretaker));
        row("bcast.cancel/retry author HEAD", retrying(byHead));
        var receipt = messageOf(byHead);
        row(
                "notif.read receipt of ENT_1",
                reads(
                        "ConversationService.between(ConversationId,long,long)",
                        who -> () -> conversations.between(office.c1, receipt.position(), receipt.position())));
        // For others to mark somebody's receipt there is no way: reading is always one's own.
        row("notif.markRead receipt of ENT_1", markingRead(office.c1).without(Set.of("HEAD", "CARE_IN", "STAFF")));
    }

    private Attempt submitting(Set<CompanyId> to) {
        return writes("BroadcastService.submit(SubmitBroadcast)", "broadcast", who -> {
            var draft = noticeDraft(who);
            return () -> broadcasts.submit(new SubmitBroadcast(draft, "", "Zmiany od stycznia", false, to));
        });
    }

    private Attempt announcing(Set<CompanyId> to) {
        return reads("BroadcastService.audience(Set,boolean)", who -> () -> broadcasts.audience(to, false));
    }

    private Attempt[] viewing(BroadcastId notice) {
        var file = fileOf(notice);
        return Stream.concat(
                        Stream.of(looking(notice)),
                        Stream.of(
                                reads(
                                        "LedgerService.open(BroadcastId,AttachmentId)",
                                        who -> () -> ledgers.open(notice, file)),
                                reads(
                                        "LedgerService.piece(BroadcastId,AttachmentId,int)",
                                        who -> () -> ledgers.piece(notice, file, 0))))
                .toArray(Attempt[]::new);
    }

    private Attempt[] looking(BroadcastId notice) {
        return new Attempt[] {
            reads("LedgerService.ledger(BroadcastId)", who -> () -> ledgers.ledger(notice)),
            reads(
                    "LedgerService.receipts(BroadcastId,LedgerFilter,int,int)",
                    who -> () -> ledgers.receipts(notice, new LedgerFilter(null, ""), 0, 10)),
            reads(
                    "LedgerService.sent(int,int)",
                    who -> () -> found(ledgers.sent(0, 1000).rows().stream()
                            .filter(row -> row.id().equals(notice))
                            .toList())),
            reads(
                    "LedgerService.failed(int,int)",
                    who -> () -> whileFailed(
                            notice,
                            () -> found(ledgers.failed(0, 1000).rows().stream()
                                    .filter(row -> row.id().equals(notice))
                                    .toList())))
        };
    }

    private <T> T whileFailed(BroadcastId notice, Callable<T> look) throws Exception {
        becomes(notice, "FAILED");
        try {
            return look.call();
        } finally {
            becomes(notice, "DONE");
        }
    }

    private void becomes(BroadcastId notice, String state) {
        world.sql().change("UPDATE broadcast_chunk SET state = ? WHERE broadcast_id = ?", state, notice);
    }

    private Attempt retrying(BroadcastId notice) {
        return writes("LedgerService.retry(BroadcastId)", "audit_event", who -> () -> ledgers.retry(notice));
    }

    private void officeLists() {
        row(
                "pick.recipients ENT_1 offered in list",
                reads(
                        "ConversationService.recipients(CompanyId)",
                        who -> () -> found(conversations.recipients(office.f1).stream()
                                .filter(row -> row.id().equals(office.ent1))
                                .toList())),
                reads(
                        "ConversationService.conversations(CompanyId,String)",
                        who -> () -> found(conversations.conversations(office.f1, ""))),
                reads(
                        "ConversationService.latest(CompanyId,int)",
                        who -> () -> found(conversations.latest(office.f1, 5))));
        var name = world.sql()
                .texts("SELECT name FROM company WHERE id = ?", office.f1)
                .get(0);
        var search = new CompanyFilter(false, name, false, false, false);
        row(
                "counter.read firm F1 badge (office list)",
                reads(
                        "InboxService.companies(CompanyFilter,CompanyOrder,int,int)",
                        who -> () -> found(inbox.companies(search, CompanyOrder.NAME, 0, 10)
                                .page()
                                .rows())),
                reads("InboxService.matching(CompanyFilter)", who -> () -> found(List.copyOf(inbox.matching(search)))),
                writes("ConversationService.markCompaniesRead(Set)", "read_marker", who -> {
                    bothSay(office.c1);
                    return () -> {
                        conversations.markCompaniesRead(Set.of(office.f1));
                        return true;
                    };
                }));
    }

    private void auditTrail() {
        var all = new AuditFilter(null, null, "", null, false);
        row(
                "audit.view office",
                reads(
                        "AuditTrailService.view(AuditFilter,AuditPlace,int)",
                        who -> () -> trail.view(all, AuditPlace.NEWEST, 1)),
                reads(
                        "AuditTrailService.export(AuditFilter,AuditPlace,int)",
                        who -> () -> trail.export(all, AuditPlace.NEWEST, 1)),
                reads("AuditTrailService.check()", who -> trail::check),
                reads("BackupStateService.state()", who -> backups::state),
                reads("BackupStateService.failed()", who -> backups::failed),
                reads("MailService.overview()", who -> mail::overview),
                reads("MailService.troubled(int,int)", who -> () -> mail.troubled(0, 10)),
                reads("MailService.needsALook()", who -> mail::needsALook),
                writes("MailService.retry(LetterId)", "audit_event", who -> {
                    var letter = refusedLetter();
                    return () -> {
                        mail.retry(letter);
                        return true;
                    };
                }),
                writes("MailService.retryAll()", "audit_event", who -> {
                    refusedLetter();
                    return mail::retryAll;
                }),
                reads("DeadLetterService.refused(int,int)", who -> () -> undelivered.refused(0, 10)),
                reads("DeadLetterService.letters(int,int)", who -> () -> undelivered.letters(0, 10)),
                reads("DeadLetterService.needsALook()", who -> undelivered::needsALook),
                writes("DeadLetterService.retry(String)", "audit_event", who -> {
                    var letter = deadLetter();
                    return () -> {
                        undelivered.retry(letter);
                        return true;
                    };
                }));
    }

    /** A part of no notice, which the next delivery throws away. */
    private String deadLetter() throws JMSException {
        try (var context = inside.createContext()) {
            var letter = context.createTextMessage("{\"broadcast\":0,\"chunk\":0}");
            letter.setStringProperty("_AMQ_ORIG_ADDRESS", "jms.queue.GoniecFanOut");
            context.createProducer().setTimeToLive(MINUTE.toMillis()).send(deadLetters, letter);
            return letter.getJMSMessageID();
        }
    }

    private LetterId refusedLetter() {
        var id = new LetterId(System.nanoTime());
        world.sql()
                .change(
                        "INSERT INTO letter (id, person_id, kind, address, subject, content, state, tries, written_at,"
                                + " next_try_at, expires_at, finished_at, problem) VALUES (?, ?, 'MESSAGES',"
                                + " 'nikt@test.example', 'Temat', 'Treść', 'REFUSED', 1, ?, ?, ?, ?,"
                                + " 'BOUNCED 2026-01-01T00:00:00Z 550 Nie ma takiej skrzynki')",
                        id.value(),
                        office.emp1,
                        world.now(),
                        world.now(),
                        world.now(),
                        world.now());
        return id;
    }

    private void administrationOfCompanies() {
        var all = new CompanyAdminFilter("", null, Activity.ALL);
        row(
                "firm.create -",
                writes(
                        "CompanyAdminService.add(CompanyData)",
                        "company",
                        who -> () -> administration.add(company(World.freshNip()))),
                reads(
                        "CompanyAdminService.companies(CompanyAdminFilter,int,int)",
                        who -> () -> administration.companies(all, 0, 10)),
                reads("ImportService.preview(byte[])", who -> () -> lists.preview(list())),
                writes(
                        "ImportService.run(byte[],boolean,RequestOrigin,ImportProgress)",
                        "company",
                        who -> () -> imported(list())),
                reads("ImportService.export()", who -> lists::export));
        row(
                "firm.deactivate F1",
                reads("CompanyAdminService.company(CompanyId)", who -> () -> administration.company(office.f1)),
                writes("CompanyAdminService.change(CompanyId,long,CompanyData)", "company", who -> {
                    var other = world.company("Do zmiany");
                    return () -> {
                        administration.change(other, 0, company(World.freshNip()));
                        return true;
                    };
                }),
                writes("CompanyAdminService.deactivate(CompanyId)", "company", who -> {
                    var other = world.company("Do dezaktywacji");
                    return () -> {
                        administration.deactivate(other);
                        return true;
                    };
                }),
                writes("CompanyAdminService.activate(CompanyId)", "company", who -> {
                    var other = world.company("Do aktywacji");
                    world.sql().change("UPDATE company SET active = FALSE WHERE id = ?", other);
                    return () -> {
                        administration.activate(other);
                        return true;
                    };
                }));
    }

    private static CompanyData company(String nip) {
        return new CompanyData("Firma Nowa", nip, null, Set.of("nowa"), true, false);
    }

    private void caretakers() {
        var today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        row(
                "firm.assignCaretaker F1",
                reads("CaretakerService.caretakers()", who -> caretakers::caretakers),
                reads(
                        "HandoverService.companies(PersonId,Set,int,int)",
                        who -> () -> handovers.companies(office.person("CARE_IN"), Set.of(), 0, 25)),
                reads("HandoverService.all(PersonId)", who -> () -> handovers.all(office.person("CARE_IN"))),
                writes("CaretakerService.assign(CompanyId,PersonId)", "caretaking", who -> {
                    var chosen = world.caretaker("Nowa Opiekunka");
                    return () -> {
                        caretakers.assign(office.f1, chosen);
                        return true;
                    };
                }),
                writes("CaretakerService.substitute(CompanyId,PersonId,LocalDate,LocalDate)", "caretaking", who -> {
                    var chosen = world.caretaker("Nowa Zastępczyni");
                    return () -> {
                        caretakers.substitute(office.f1, chosen, today, today);
                        return true;
                    };
                }),
                writes("CaretakerService.end(CompanyId,CareId)", "caretaking", who -> {
                    var chosen = world.caretaker("Odchodząca", office.f1);
                    return () -> {
                        caretakers.end(office.f1, careOf(chosen));
                        return true;
                    };
                }),
                writes("CaretakerService.cancel(CompanyId,CareId)", "caretaking", who -> {
                    var chosen = world.caretaker("Przyszła");
                    world.looksAfter(
                            chosen,
                            office.f1,
                            Instant.now().plus(Duration.ofDays(1)),
                            Instant.now().plus(Duration.ofDays(2)),
                            true);
                    return () -> {
                        caretakers.cancel(office.f1, careOf(chosen));
                        return true;
                    };
                }),
                writes("CaretakerService.handOver(Set,PersonId,PersonId)", "caretaking", who -> {
                    var from = world.caretaker("Oddająca", office.f1);
                    var to = world.caretaker("Przejmująca");
                    return () -> {
                        caretakers.handOver(Set.of(office.f1), from, to);
                        return true;
                    };
                }));
    }

    private CareId careOf(PersonId person) {
        return new CareId(number("SELECT MAX(id) FROM caretaking WHERE person_id = ?", person));
    }

    private void profilesAndCounters() {
        row(
                "counter.read own badge",
                reads("InboxService.officeUnread()", who -> inbox::officeUnread).without(CLIENTS),
                reads(
                        "InboxService.clientUnread()",
                        who -> who.side() == Side.OFFICE ? inbox::officeUnread : inbox::clientUnread));
        row(
                "firm.open F1",
                reads("CompanyService.open(CompanyId)", who -> () -> companies.open(office.f1))
                        .without(CLIENTS),
                reads("CompanyService.openAsClient(CompanyId)", who -> () -> companies.openAsClient(office.f1))
                        .without(OFFICE_PEOPLE));
        row(
                "user.profile own",
                reads("ProfileService.me()", who -> profiles::me),
                writes("ProfileService.choose(Language,Theme)", "person", who -> () -> {
                    profiles.choose(Language.of("en"), Theme.DARK);
                    return true;
                }),
                writes("ProfileService.choose(MailChoice)", "person", who -> () -> {
                    profiles.choose(MailChoice.NEVER);
                    return true;
                }));
        row(
                "user.profile of EMP_1 (e-mail, phone)",
                reads(
                                "CompanyService.open(CompanyId)",
                                who -> () -> found(companies.open(office.f1).people()))
                        .without(CLIENTS),
                reads("PeopleService.people(CompanyId)", who -> () -> people.people(office.f1))
                        .without(CLIENTS),
                reads("PeopleService.person(CompanyId,PersonId)", who -> () -> people.person(office.f1, office.emp1)));
    }

    private void clientPeople() {
        row(
                "user.createEmployee in F1",
                writes("PeopleService.add(CompanyId,MemberData)", "membership", who -> {
                    var email = "nowy." + System.nanoTime() + "@test.example";
                    var data = new MemberData(email, "Nowy Pracownik", "", Role.EMPLOYEE, true, Language.PL);
                    return () -> people.add(office.f1, data);
                }),
                reads("PeopleService.employees(CompanyId)", who -> () -> people.employees(office.f1))
                        .without(OFFICE_PEOPLE),
                keeping(
                                "change(CompanyId,PersonId,long,MemberChange)",
                                "membership",
                                AccountState.ACTIVE,
                                person ->
                                        people.change(office.f1, person, 0, new MemberChange(Role.ENTREPRENEUR, true)))
                        .without(CLIENTS),
                keeping(
                                "rename(CompanyId,PersonId,long,PersonData)",
                                "person",
                                AccountState.ACTIVE,
                                person -> people.rename(
                                        office.f1, person, 0, new PersonData("Inne Nazwisko", world.email(person), "")))
                        .without(CLIENTS),
                keeping(
                                "leave(CompanyId,PersonId)",
                                "membership",
                                AccountState.ACTIVE,
                                person -> people.leave(office.f1, person))
                        .without(CLIENTS),
                keeping(
                        "resendInvitation(CompanyId,PersonId)",
                        "account_link",
                        AccountState.NOT_ACTIVATED,
                        person -> people.resendInvitation(office.f1, person)),
                writes("PeopleService.revokeInvitation(CompanyId,PersonId)", "account_link", who -> {
                    var person = world.client(office.f1, "Zaproszona", Role.EMPLOYEE, AccountState.NOT_ACTIVATED, true);
                    as(office.person("HEAD"), () -> {
                        people.resendInvitation(office.f1, person);
                        return null;
                    });
                    return () -> {
                        people.revokeInvitation(office.f1, person);
                        return true;
                    };
                }));
        row(
                "user.block EMP_1",
                keeping(
                        "block(CompanyId,PersonId)",
                        "person",
                        AccountState.ACTIVE,
                        person -> people.block(office.f1, person)),
                keeping(
                        "unblock(CompanyId,PersonId)",
                        "person",
                        AccountState.BLOCKED,
                        person -> people.unblock(office.f1, person)));
        row(
                "user.killSessions EMP_1",
                keeping(
                        "endSessions(CompanyId,PersonId)",
                        "person",
                        AccountState.ACTIVE,
                        person -> people.endSessions(office.f1, person)));
    }

    /** Something that is done with a new employee of F1, who stands for EMP_1: each actor gets one of his own. */
    private Attempt keeping(String method, String table, AccountState state, Consumer<PersonId> deed) {
        return writes("PeopleService." + method, table, who -> {
            var person = world.client(office.f1, "Ktoś z firmy", Role.EMPLOYEE, state, true);
            return () -> {
                deed.accept(person);
                return true;
            };
        });
    }

    /** What only the head may: the people of the office, and the office itself, which has no row of its own. */
    private void staff() {
        row(
                "user.createCaretaker office",
                writes("StaffService.add(AddStaff)", "person", who -> {
                    var person = new NewPerson("nowy" + System.nanoTime() + "@test.example", "Nowy", "", Language.PL);
                    return () -> staff.add(new AddStaff(person, OfficePosition.CARETAKER));
                }),
                writes("StaffService.invite(PersonId)", "account_link", who -> {
                    var invited = world.person("Zaproszona", OfficePosition.STAFF, AccountState.NOT_ACTIVATED);
                    return done(() -> staff.invite(invited));
                }),
                writes("StaffService.revokeInvitation(PersonId)", "account_link", who -> {
                    var invited = world.person("Wycofana", OfficePosition.STAFF, AccountState.NOT_ACTIVATED);
                    as(office.person("HEAD"), done(() -> staff.invite(invited)));
                    return done(() -> staff.revokeInvitation(invited));
                }),
                reads(
                        "DirectoryService.people(PersonFilter,int,int)",
                        who -> () -> directory.people(new PersonFilter("", null), 0, 10)),
                reads("StaffService.person(PersonId)", who -> () -> staff.person(office.person("CARE_IN"))),
                reads("OfficeService.forChange()", who -> offices::forChange),
                writes("OfficeService.change(long,OfficeData)", "office", who -> {
                    var seen = as(office.person("HEAD"), offices::forChange);
                    var data = seen.data();
                    var moved = new OfficeData(
                            data.name(),
                            data.nip(),
                            "ul. Nowa " + System.nanoTime(),
                            data.phone(),
                            data.signature(),
                            data.hours());
                    return done(() -> offices.change(seen.version(), moved));
                }),
                writes("OfficeService.changeLogo(long,byte[])", "office", who -> {
                    var picture = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) System.nanoTime()};
                    as(office.person("HEAD"), done(() -> offices.changeLogo(version(), picture)));
                    long seen = version();
                    return done(() -> offices.changeLogo(seen, null));
                }));
        row(
                "user.block CARE_IN",
                writes("StaffService.block(PersonId)", "person", who -> {
                    var caretaker = world.caretaker("Blokowana");
                    return done(() -> staff.block(caretaker));
                }),
                writes("StaffService.unblock(PersonId)", "person", who -> {
                    var blocked = world.person("Odblokowana", OfficePosition.CARETAKER, AccountState.BLOCKED);
                    return done(() -> staff.unblock(blocked));
                }),
                writes("StaffService.endSessions(PersonId)", "person", who -> {
                    var caretaker = world.caretaker("Wylogowana");
                    return done(() -> staff.endSessions(caretaker));
                }),
                writes("StaffService.leave(PersonId)", "person", who -> {
                    var caretaker = world.caretaker("Odchodząca");
                    return done(() -> staff.leave(caretaker));
                }),
                writes("StaffService.change(ChangeStaff)", "person", who -> {
                    var caretaker = world.caretaker("Zmieniana");
                    var data = new PersonData("Zmieniona", world.email(caretaker), "");
                    return done(() -> staff.change(new ChangeStaff(caretaker, 0, data, OfficePosition.STAFF)));
                }));
        row(
                "user.block self",
                writes("StaffService.block(PersonId)", "person", who -> done(() -> staff.block(self(who)))));
        row(
                "user.changeRole self -> HEAD (mass assignment)",
                writes("StaffService.change(ChangeStaff)", "person", who -> {
                    var me = self(who);
                    var email = who.person() == null ? "nikt@test.example" : world.email(me);
                    long version = who.person() == null ? 0 : number("SELECT version FROM person WHERE id = ?", me);
                    var other = who.column().equals("HEAD") ? OfficePosition.STAFF : OfficePosition.HEAD;
                    var command = new ChangeStaff(me, version, new PersonData("Ja", email, ""), other);
                    return done(() -> staff.change(command));
                }));
    }

    private static PersonId self(Actor actor) {
        return actor.person() == null ? new PersonId(0) : actor.person();
    }

    private long version() {
        return number("SELECT version FROM office");
    }

    private static Callable<Boolean> done(Runnable deed) {
        return () -> {
            deed.run();
            return true;
        };
    }

    // ---- making what is needed

    private static byte[] list() {
        return ("NIP;firma\n" + World.freshNip() + ";Firma z listy\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Imports a list; what the container refuses comes with the answer, because the work is done aside. */
    private ImportPreview imported(byte[] list) throws Exception {
        try {
            return lists.run(list, false, RequestOrigin.current(), new ImportProgress())
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception refused ? refused : e;
        }
    }

    private void row(String row, Attempt... ways) {
        attempts.put(row, List.of(ways));
    }

    private static Attempt reads(String method, Preparation preparation) {
        return new Attempt(method, "", Set.of(), preparation);
    }

    private static Attempt writes(String method, String table, Preparation preparation) {
        return new Attempt(method, table, Set.of(), preparation);
    }

    <T> T by(Actor actor, Callable<T> call) throws Exception {
        return actor.person() == null ? call.call() : as(actor.person(), call);
    }

    /** Not being in a list is not being found. */
    static final class NotListed extends NotFoundException {
        private static final long serialVersionUID = 1L;
    }

    private static <T> List<T> found(List<T> rows) {
        if (rows.isEmpty()) {
            throw new NotListed();
        }
        return rows;
    }

    private DraftId draft(Actor actor, ConversationId conversation) throws Exception {
        var writer = actor.column().equals(matrixWriter(actor, conversation)) ? actor.person() : office.person("HEAD");
        return as(writer, () -> drafts.of(conversation).id());
    }

    /** Whoever may write there gets a draft of his own; everybody else is given the head's. */
    private String matrixWriter(Actor actor, ConversationId conversation) {
        var row = conversation.equals(office.c1)
                ? "msg.send C1 open"
                : conversation.equals(office.c2) ? "msg.send C2 open" : "msg.send C3 open";
        return matrix.verdict(row, actor.column()).equals("A") ? actor.column() : "";
    }

    private void forget(Actor actor, ConversationId conversation) {
        if (actor.person() != null) {
            world.sql()
                    .change(
                            "DELETE FROM draft WHERE person_id = ? AND conversation_id = ?",
                            actor.person(),
                            conversation);
        }
    }

    private DraftId noticeDraft(Actor actor) throws Exception {
        return as(writer(actor), () -> broadcasts.draft().id());
    }

    /** Whoever may write notices does so for himself; the others are given what is the head's. */
    private PersonId writer(Actor actor) {
        boolean writes = Set.of("HEAD", "CARE_IN", "CARE_OUT", "CARE_EX").contains(actor.column());
        return writes ? actor.person() : office.person("HEAD");
    }

    private void bothSay(ConversationId conversation) {
        var client = conversation.equals(office.c1) ? office.ent1 : office.emp1;
        world.says(office.person("HEAD"), conversation, "Przypominamy");
        world.says(client, conversation, "Dziękuję");
    }

    private BroadcastId byProgram(CompanyId to) throws Exception {
        var accepted = begin(() -> goniec.does(() -> programNotices.submit(
                        programs.program("kadry-" + UUID.randomUUID()), new Notice("", "Zmiany", false), Set.of(to))))
                .get();
        awaitDeliveries();
        return accepted.id();
    }

    BroadcastId notice(PersonId author, Set<CompanyId> to) throws Exception {
        var draft = as(author, () -> broadcasts.draft().id());
        as(author, () -> broadcasts.attach(draft, Paper.text("zmiany.txt", "Zmiany w prawie")));
        var accepted = as(author, () -> broadcasts.submit(new SubmitBroadcast(draft, "", "Zmiany", false, to)));
        awaitDeliveries();
        return accepted.id();
    }

    void awaitDeliveries() {
        eventually(() -> number("SELECT COUNT(*) FROM broadcast_chunk WHERE state = 'PENDING'") == 0);
    }

    private MessageId messageOf(BroadcastId notice) {
        return new MessageId(
                office.c1,
                number(
                        "SELECT position FROM message WHERE broadcast_id = ? AND conversation_id = ?",
                        notice,
                        office.c1));
    }

    private AttachmentId fileOf(BroadcastId notice) {
        return new AttachmentId(number(
                "SELECT MIN(a.id) FROM attachment a JOIN body t ON t.attachment_set_id = a.set_id"
                        + " JOIN broadcast b ON b.body_id = t.id WHERE b.id = ?",
                notice));
    }
}
