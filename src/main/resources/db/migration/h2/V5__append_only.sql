-- What was sent, read or audited is never changed or deleted.
-- FORCE: the class comes from the application, which H2 looks up when a row is first written.
CREATE FORCE TRIGGER message_is_append_only BEFORE UPDATE, DELETE ON message FOR EACH ROW CALL "pl.goniec.platform.persistence.AppendOnlyTrigger";
CREATE FORCE TRIGGER body_is_append_only BEFORE UPDATE, DELETE ON body FOR EACH ROW CALL "pl.goniec.platform.persistence.AppendOnlyTrigger";
CREATE FORCE TRIGGER reading_is_append_only BEFORE UPDATE, DELETE ON reading FOR EACH ROW CALL "pl.goniec.platform.persistence.AppendOnlyTrigger";
CREATE FORCE TRIGGER audit_event_is_append_only BEFORE UPDATE, DELETE ON audit_event FOR EACH ROW CALL "pl.goniec.platform.persistence.AppendOnlyTrigger";
CREATE FORCE TRIGGER audit_seal_is_append_only BEFORE UPDATE, DELETE ON audit_seal FOR EACH ROW CALL "pl.goniec.platform.persistence.AppendOnlyTrigger";
