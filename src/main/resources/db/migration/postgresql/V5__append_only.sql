-- What was sent, read or audited is never changed or deleted.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME; END $$;

CREATE TRIGGER message_is_append_only BEFORE UPDATE OR DELETE ON message FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER body_is_append_only BEFORE UPDATE OR DELETE ON body FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reading_is_append_only BEFORE UPDATE OR DELETE ON reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_is_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
