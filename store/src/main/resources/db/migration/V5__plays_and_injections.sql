-- How far a play goes on, null for every other request; stopping it lowers the number.
alter table requests add column until_turn int check ((until_turn is null) = (operation <> 'play'));
create index requests_plays on requests (simulation, id) where operation = 'play';
create index requests_injected on requests (simulation, turn, id) where operation = 'inject';
create index requests_waiting on requests (simulation, id) where state in ('open', 'taken');

-- A play has many turns, one after the other; of a simulation only one is under way.
alter table turns drop constraint turns_request_key;
create index turns_request on turns (request);
create unique index turns_under_way on turns (simulation) where state = 'taken';

-- A turn is read without walking through those before it.
create index journal_turn on journal (simulation, turn, seq);
