package dev.likeness.training.schedules;

/** What a shell around the rules can do wrong; none of it in the honest one. */
enum Flaw {
    NO_INBOX,
    NO_DOMAIN_KEY,
    EVENTS_OF_ANY_EPOCH,
    COMMITS_IN_ANY_EPOCH,
    NO_FENCE,
    REPLAYS_MAY_SPEND,
    NO_LIVE_INDEX,
    CAP_READ_BEFORE_THE_LOCK,
    PURGE_LEAVES_THE_PROVIDER_ALONE,
    PURGE_FORGETS_WHAT_IS_UNSETTLED,
    PURGE_KEEPS_ZIPS
}
