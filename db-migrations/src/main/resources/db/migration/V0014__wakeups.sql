-- One row for each task that is to be looked at, and by which host. Who works on it leaves the row where it is until it is
-- done: only one process at a time works for a host (table services), so nobody has to mark what he has in hand.

create table wakeups (
  task_id varchar(36) not null,
  host varchar(255) not null,
  due_at datetime(6) not null,
  version bigint not null,
  primary key (task_id),
  key wakeups_due (host, due_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into wakeups (task_id, host, due_at, version)
select t.id, t.host, min(s.execution_time), 1 from scheduled_tasks s, tasks t where t.id = s.task_instance and t.outcome is null
group by t.id, t.host;

drop table scheduled_tasks;
