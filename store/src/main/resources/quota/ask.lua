-- Grants a call or issues a ticket: {granted, milliseconds to wait, place, ...known}.
local attempt, call, class, owner = ARGV[3], ARGV[4], tonumber(ARGV[5]), ARGV[6]
local tokens, lifetime, grace = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local careful = tonumber(ARGV[10])

-- Nobody starves: of so many grants in a row past a lower class that waits, the next is the lower one's.
local PATIENCE = 20
-- How much of a reservation is used in the end, until that is known.
local USED = 0.6
local SHORTEST, BEHIND, UNKNOWN, STAGGER = 20, 100, 500, 10

load()
for i, d in ipairs(DIMENSIONS) do
  if not limit(d) then learn(d, tonumber(ARGV[10 + i])) end
end

local function answer(granted, wait, place)
  save()
  local reply = { granted, wait, place }
  for _, value in ipairs(known()) do reply[#reply + 1] = value end
  return reply
end

-- A reservation whose holder died is held no longer; what it took stays booked and flows back as the buckets refill.
local flying, reserved = 0, 0
local raw = redis.call('HGETALL', FLIGHT)
for i = 1, #raw, 2 do
  if raw[i] == attempt then return answer(1, 0, 0) end
  local held = split(raw[i + 1])
  if tonumber(held[3]) < now then
    redis.call('HDEL', FLIGHT, raw[i])
  else
    flying, reserved = flying + 1, reserved + tonumber(held[1])
  end
end

-- Who waits, without those who did not come back at their time.
local waiters, mine, waiting_owners = {}, nil, {}
raw = redis.call('HGETALL', QUEUE)
for i = 1, #raw, 2 do
  local entry = split(raw[i + 1])
  local waiter = {
    call = raw[i], class = tonumber(entry[1]), tokens = tonumber(entry[2]), tag = tonumber(entry[3]),
    since = tonumber(entry[4]), due = tonumber(entry[5]), owner = entry[6],
  }
  if waiter.call == call and waiter.class == class then
    mine = waiter
  elseif waiter.call == call or waiter.due + grace < now then
    redis.call('HDEL', QUEUE, waiter.call)
  else
    waiters[#waiters + 1] = waiter
    waiting_owners[waiter.class .. '|' .. waiter.owner] = true
  end
end

-- Fair between owners (start-time fair queueing): whoever asked for less comes first, and idle time is no credit.
local served = 'served.' .. class
local queue_of_mine = class .. '|' .. owner
if not mine then
  local finished = waiting_owners[queue_of_mine] and tonumber(redis.call('HGET', OWNERS, queue_of_mine)) or 0
  local tag = math.max(pool[served] or 0, finished)
  redis.call('HSET', OWNERS, queue_of_mine, string.format('%.0f', tag + tokens))
  mine = { call = call, class = class, tag = tag, since = now, owner = owner }
end
mine.tokens = tokens
waiters[#waiters + 1] = mine

local function earlier(a, b)
  if a.class ~= b.class then return a.class < b.class end
  if a.tag ~= b.tag then return a.tag < b.tag end
  if a.since ~= b.since then return a.since < b.since end
  return a.call < b.call
end
table.sort(waiters, earlier)
if (pool.passed or 0) >= PATIENCE then
  local eldest
  for i, waiter in ipairs(waiters) do
    if waiter.class > waiters[1].class and (not eldest or waiter.since < waiters[eldest].since) then eldest = i end
  end
  if eldest then table.insert(waiters, 1, table.remove(waiters, eldest)) end
end
local advanced = waiters[1].call == call and #waiters > 1 and waiters[2].class < class

-- Those before it keep what their tickets promise: their whole reservations before it may go, their likely use before its
-- time comes.
local share = pool.share or USED
local place, before, likely = 1, 0, 0
while waiters[place].call ~= call do
  before, likely = before + waiters[place].tokens, likely + waiters[place].tokens * share
  place = place + 1
end

local wait, later = 0, 0
for _, d in ipairs(DIMENSIONS) do
  if limit(d) then
    local own = math.min(OF_TOKENS[d] and tokens or 1, limit(d))
    local others = OF_TOKENS[d] and before or place - 1
    if left(d) < own + others then
      local back = OF_TOKENS[d] and reserved * (1 - share) or 0
      local short = own + (OF_TOKENS[d] and likely or others) - left(d)
      local period = WINDOW[d] / limit(d)
      wait = math.max(wait, place == 1 and SHORTEST or BEHIND,
        math.min(short * period, math.max((short - back) * period, (pool.took or 0) / 2)))
    end
  end
end
if (pool.blocked or 0) > now then wait = math.max(wait, pool.blocked - now + (place - 1) * STAGGER) end
-- Until an answer has told what the limits are, few go ahead.
if careful > 0 and not pool.seen and flying + place > careful then wait = math.max(wait, UNKNOWN) end

if wait == 0 then
  take(1, tokens)
  redis.call('HSET', FLIGHT, attempt, string.format('%d|%.0f|%.0f', tokens, now, now + lifetime))
  redis.call('HDEL', QUEUE, call)
  pool[served] = math.max(pool[served] or 0, mine.tag)
  local past = false
  for _, waiter in ipairs(waiters) do past = past or waiter.class > class end
  pool.passed = past and not advanced and (pool.passed or 0) + 1 or 0
  return answer(1, 0, 0)
end

wait = math.ceil(wait)
redis.call('HSET', QUEUE, call, string.format('%d|%d|%.0f|%.0f|%.0f|%s', class, tokens, mine.tag, mine.since, now + wait, owner))
return answer(0, wait, place)
