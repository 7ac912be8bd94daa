/**
 * POWIADOMIENIE as it is stored: a broadcast, its chunks and its ledger of receipts.
 * The database remembers every state, the broker only carries ids.
 */
package pl.goniec.broadcast.entity;
