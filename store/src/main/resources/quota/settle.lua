-- Books what a granted call came to, once: what it did not use flows back, and what the provider said is adopted. A second
-- time, or after the reservation ran out, nothing happens.
local attempt, used, sent, took, answered = ARGV[3], tonumber(ARGV[4]), ARGV[5] == '1', tonumber(ARGV[6]), ARGV[7] == '1'
local reading = { rpd = { tonumber(ARGV[8]), tonumber(ARGV[9]) }, tpm = { tonumber(ARGV[10]), tonumber(ARGV[11]) } }
local refused = { d = ARGV[12], most = tonumber(ARGV[13]), used = tonumber(ARGV[14]), requested = tonumber(ARGV[15]), wait = tonumber(ARGV[16]) }

-- Waits are told in whole seconds; what is longer than that above our own reckoning is meant.
local ROUNDED = 1000

load()
local entry = redis.call('HGET', FLIGHT, attempt)
if not entry then
  save()
  return known()
end
redis.call('HDEL', FLIGHT, attempt)
local held = split(entry)
local tokens, granted = tonumber(held[1]), tonumber(held[2])

local function recent(name, value)
  pool[name] = pool[name] and 0.9 * pool[name] + 0.1 * value or value
end

if not sent then
  take(-1, -tokens)
elseif used >= 0 then
  take(0, used - tokens)
end
if answered then
  pool.seen = 1
  recent('took', took)
  if used > 0 then recent('share', math.min(1, used / tokens)) end
end

-- Granted later than this call, so the provider may not have counted them when it wrote what we read.
local after_requests, after_tokens = 0, 0
local raw = redis.call('HGETALL', FLIGHT)
for i = 2, #raw, 2 do
  local other = split(raw[i])
  if tonumber(other[2]) >= granted then
    after_requests, after_tokens = after_requests + 1, after_tokens + tonumber(other[1])
  end
end

-- Headers see what others spend. A reading older than the last one is ignored. It was written when the call was admitted,
-- and since then tokens flowed back.
if reading.tpm[1] > 0 and granted >= (pool.read or 0) then
  pool.read = granted
  learn('rpd', reading.rpd[1])
  set_left('rpd', reading.rpd[2] - after_requests)
  learn('tpm', reading.tpm[1])
  local since = took * limit('tpm') / WINDOW.tpm
  set_left('tpm', math.min(left('tpm'), reading.tpm[2] + since - after_tokens))
  if not limit('rpm') and limit('rpd') <= FREE_RPD then learn('rpm', FREE_RPM) end
end

if WINDOW[refused.d] then
  local d = refused.d
  learn(d, refused.most)
  local room = refused.used >= 0 and refused.most - refused.used or 0
  set_left(d, room - (OF_TOKENS[d] and after_tokens or after_requests))
  local reckoned = math.max(0, refused.requested - room) * WINDOW[d] / refused.most
  if refused.wait > reckoned + ROUNDED then pool.blocked = math.max(pool.blocked or 0, now + refused.wait) end
elseif refused.wait > 0 then
  pool.blocked = math.max(pool.blocked or 0, now + refused.wait)
end
save()
return known()
