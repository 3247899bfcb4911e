-- How many listeners heard something in a month, which days cannot tell.
CREATE TABLE community.listener_months (
    user_id      int NOT NULL,
    id           date NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX listener_months_id ON community.listener_months (id);
CREATE TABLE community.months (
    id           date PRIMARY KEY,
    listeners    int NOT NULL,
    plays        bigint NOT NULL,
    milliseconds bigint NOT NULL
);

-- What one listener alone has heard is never shown, and is most of what there is.
DROP INDEX community.tracks_plays, community.tracks_milliseconds, community.artists_plays, community.artists_milliseconds;
CREATE INDEX tracks_plays ON community.tracks (plays DESC, id) WHERE listeners >= 2;
CREATE INDEX tracks_milliseconds ON community.tracks (milliseconds DESC, id) WHERE listeners >= 2;
CREATE INDEX artists_plays ON community.artists (plays DESC, id) WHERE listeners >= 2;
CREATE INDEX artists_milliseconds ON community.artists (milliseconds DESC, id) WHERE listeners >= 2;

-- Everything is counted anew, months too.
UPDATE community.refreshes SET snapshot = NULL;
