insert into bench_yardstick (stream, sequence, payload)
values (gen_random_uuid(), 1, repeat('x', 240));
