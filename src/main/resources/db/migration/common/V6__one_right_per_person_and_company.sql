-- One row per person and company, also while a caretaker stands in for himself: lists join the view, and a second row
-- would count everything twice.
CREATE OR REPLACE VIEW company_access (person_id, company_id, side, role) AS
SELECT p.id, c.id, 'OFFICE', 'OFFICE_HEAD'
  FROM person p CROSS JOIN company c
 WHERE p.office_position = 'HEAD' AND p.state = 'ACTIVE'
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.company_id = c.id AND m.person_id = p.id)
UNION ALL
SELECT DISTINCT k.person_id, k.company_id, 'OFFICE', 'CARETAKER'
  FROM caretaking k JOIN person p ON p.id = k.person_id
 WHERE p.office_position = 'CARETAKER' AND p.state = 'ACTIVE'
   AND k.valid_from <= CURRENT_TIMESTAMP AND (k.valid_to IS NULL OR k.valid_to > CURRENT_TIMESTAMP)
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.company_id = k.company_id AND m.person_id = p.id)
UNION ALL
SELECT m.person_id, m.company_id, 'CLIENT', m.role
  FROM membership m JOIN person p ON p.id = m.person_id
 WHERE p.state = 'ACTIVE';
