-- A node has a state in its life, an instance is what was asked for and what became of it, and a task
-- is one verb with its plan. What a deployment was becomes an instance and the task that made it;
-- this runs only while every deployment rests.

alter table bm_nodes add column provision_state varchar(16) not null default 'AVAILABLE';
update bm_nodes set provision_state =
  case when task_state is null or task_state = 'active' then 'ACTIVE' else 'ERROR' end
  where instance_uuid is not null;

-- is_over: nothing is left of it, and the same uuid may be asked for again.
create table instances (
  uuid varchar(36) not null,
  host varchar(255) null,
  request mediumblob not null,
  state varchar(16) not null,
  power varchar(8) null,
  node_id bigint null,
  deployed_by varchar(36) null,
  created_at datetime(6) not null,
  launched_at datetime(6) null,
  terminated_at datetime(6) null,
  fault varchar(2000) null,
  is_over tinyint(1) not null,
  primary key (uuid),
  key instances_created_idx (is_over, created_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- live_instance and live_node hold a value while the task lives.
create table tasks (
  id varchar(36) not null,
  verb varchar(16) not null,
  from_state varchar(16) not null,
  host varchar(255) null,
  instance_uuid varchar(36) null,
  created_at datetime(6) not null,
  plan mediumtext not null,
  direction varchar(8) not null,
  step int not null,
  reach int not null,
  line int not null,
  attempt int not null,
  since datetime(6) not null,
  node_id bigint null,
  tried varchar(255) null,
  abort varchar(8) null,
  held tinyint(1) not null,
  reason varchar(2000) null,
  outcome varchar(16) null,
  live_instance varchar(36) null,
  live_node bigint null,
  version bigint not null,
  primary key (id),
  unique key tasks_live_instance_ux (live_instance),
  unique key tasks_live_node_ux (live_node),
  key tasks_instance_idx (instance_uuid, created_at),
  key tasks_created_idx (created_at),
  key tasks_live_idx (outcome, host)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table task_steps (
  task_id varchar(36) not null,
  number int not null,
  step varchar(64) not null,
  label varchar(255) not null,
  status varchar(16) not null,
  attempt int not null,
  started_at datetime(6) not null,
  ended_at datetime(6) null,
  done bigint null,
  total bigint null,
  unit varchar(16) null,
  note varchar(2000) not null,
  primary key (task_id, number)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

insert into instances (uuid, host, request, state, node_id, deployed_by, created_at, launched_at,
  terminated_at, fault, is_over)
select d.instance_uuid, d.host, d.request,
  case when d.state in ('ACTIVE', 'STOPPED', 'DELETED') then d.state else 'ERROR' end,
  case when d.live_instance is null then null else d.node_id end,
  d.id, d.created_at,
  (select max(s.ended) from deployment_steps s
    where s.deployment = d.id and s.state = 'STARTING_INSTANCE' and s.status = 'DONE'),
  case d.state when 'DELETED' then d.since else null end,
  d.reason,
  case when d.live_instance is null then 1 else 0 end
from deployments d
where not exists (
  select 1 from deployments later
  where later.instance_uuid = d.instance_uuid
    and (later.created_at > d.created_at or (later.created_at = d.created_at and later.id > d.id)));

insert into tasks (id, verb, from_state, host, instance_uuid, created_at, plan, direction, step, reach,
  line, attempt, since, node_id, tried, held, reason, outcome, version)
select id, 'DEPLOY', 'AVAILABLE', host, instance_uuid, created_at,
  '{"steps":[{"call":{"name":"claim","arguments":{}},"onFailure":"UNDO"}],"undo":[]}',
  'FORWARD', 1, 0, step, attempt, since, node_id, tried, undo_failed, reason,
  case state when 'FAILED' then 'FAILED' when 'ERROR' then 'HELD' else 'DONE' end, version
from deployments;

insert into task_steps (task_id, number, step, label, status, attempt, started_at, ended_at, note)
select deployment, step, lower(state), lower(replace(state, '_', ' ')), status, attempt, started, ended, note
from deployment_steps;

alter table outbox add column instance_uuid varchar(36) not null default '';
alter table outbox add column vm_state varchar(16) not null default '';
alter table outbox add column task_state varchar(32) not null default '';
update outbox set
  instance_uuid = coalesce(
    (select instance_uuid from deployments where deployments.id = outbox.deployment), ''),
  vm_state = case
    when event like '%delete.end' then 'deleted'
    when event like '%create.start' then 'building'
    when event like '%power_off.end' then 'stopped'
    when event like '%.error' then 'error'
    else 'active' end;
delete from outbox where instance_uuid = '';
alter table outbox drop column deployment;

delete from scheduled_tasks where task_name like 'provision%';
drop table deployment_steps;
drop table deployments;
