-- A worker is back after Redis was away from it: it brings what it knew, takes off what it spent meanwhile, and lets a
-- moment pass in which the others do so, so that nothing is spent twice.
local breath, seen, argument = tonumber(ARGV[3]), ARGV[4] == '1', 5

load()
for _, d in ipairs(DIMENSIONS) do
  local most, remaining, spent = tonumber(ARGV[argument]), tonumber(ARGV[argument + 1]), tonumber(ARGV[argument + 2])
  argument = argument + 3
  if most > 0 and not limit(d) then
    learn(d, most)
    set_left(d, remaining)
  end
  if limit(d) then set_left(d, left(d) - spent) end
end
if seen then pool.seen = 1 end
pool.blocked = math.max(pool.blocked or 0, now + breath)

-- attempt, tokens and lifetime of what is in flight; without tokens it has ended meanwhile.
while ARGV[argument] do
  local tokens = tonumber(ARGV[argument + 1])
  if tokens > 0 then
    redis.call('HSETNX', FLIGHT, ARGV[argument], string.format('%d|%.0f|%.0f', tokens, now, now + tonumber(ARGV[argument + 2])))
  else
    redis.call('HDEL', FLIGHT, ARGV[argument])
  end
  argument = argument + 3
end
save()
return known()
