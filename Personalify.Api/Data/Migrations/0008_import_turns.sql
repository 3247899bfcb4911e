-- When each listener's last turn in the queue of imports was: a number that only grows, so that clocks of several processes need not agree.
-- It stands apart from the imports, because a cancelled one is removed and its turn has been taken all the same.
CREATE SEQUENCE import_turn;
CREATE TABLE import_turns (
    user_id  int PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    turn     bigint NOT NULL
);
