-- Columns beside the old ones. Each has a default, so that an INSERT of an old tool still works.
alter table bm_nodes add column (
  version bigint not null default 0,
  live_instance varchar(36) null,
  address varchar(255) not null default '',
  power_manager varchar(255) not null default '',
  firmware varchar(8) not null default 'BIOS',
  switch_id bigint null,
  switch_port varchar(64) null
);

-- One instance is on one node only, and a deleted node holds none.
update bm_nodes set live_instance = instance_uuid where deleted = 0;
create unique index bm_nodes_live_instance_ux on bm_nodes (live_instance);

-- Free nodes in the order in which they are offered, without a look at the taken ones.
create index bm_nodes_free_idx
  on bm_nodes (service_host, deleted, instance_uuid, memory_mb, cpus, local_gb);

create index bm_nodes_switch_idx on bm_nodes (switch_id);

create table switches (
  id bigint not null auto_increment,
  address varchar(255) not null,
  port int not null,
  username varchar(255) not null,
  driver varchar(255) not null,
  description varchar(255) not null,
  primary key (id),
  unique key switches_address_ux (address, port)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- Passwords, encrypted with the key file.
create table secrets (
  kind varchar(16) not null,
  owner_id bigint not null,
  sealed varbinary(2048) not null,
  primary key (kind, owner_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- live_instance is the instance's uuid until the deployment has ended.
create table deployments (
  id varchar(36) not null,
  instance_uuid varchar(36) not null,
  live_instance varchar(36) null,
  state varchar(32) not null,
  asked varchar(16) not null,
  node_id bigint null,
  step int not null,
  attempt int not null,
  since datetime(6) not null,
  created_at datetime(6) not null,
  undo_failed tinyint(1) not null,
  reason varchar(2000) null,
  version bigint not null,
  request mediumblob not null,
  primary key (id),
  unique key deployments_live_instance_ux (live_instance),
  key deployments_instance_idx (instance_uuid, created_at),
  key deployments_created_idx (created_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table deployment_steps (
  deployment varchar(36) not null,
  step int not null,
  state varchar(32) not null,
  status varchar(16) not null,
  attempt int not null,
  started datetime(6) not null,
  ended datetime(6) null,
  note varchar(2000) not null,
  primary key (deployment, step)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table deploy_orders (
  deployment varchar(36) not null,
  payload mediumblob not null,
  phase varchar(16) not null,
  image varchar(2000) null,
  boot_secret_digest varchar(255) null,
  peer_address varchar(255) null,
  session_digest varchar(255) null,
  expires datetime(6) null,
  bytes bigint not null,
  total bigint not null,
  reason varchar(2000) null,
  version bigint not null,
  primary key (deployment)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table deploy_order_macs (
  mac varchar(17) not null,
  deployment varchar(36) not null,
  primary key (mac),
  key deploy_order_macs_deployment_idx (deployment)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- body is encrypted, and emptied once the message was acted upon.
create table received_messages (
  unique_id varchar(255) not null,
  method varchar(255) not null,
  body mediumblob null,
  received_at datetime(6) not null,
  handled tinyint(1) not null default 0,
  primary key (unique_id),
  key received_messages_pending_idx (handled, received_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table outbox (
  id bigint not null auto_increment,
  event varchar(255) not null,
  deployment varchar(36) not null,
  happened_at datetime(6) not null,
  reason varchar(2000) null,
  primary key (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- The table of db-scheduler 16, times in UTC, without its index for priorities, which are not used,
-- and with one column of ours: woken is the time of a wake-up that came while the row was executed.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data blob null,
  execution_time datetime(6) not null,
  picked tinyint(1) not null,
  picked_by varchar(50) null,
  last_success datetime(6) null,
  last_failure datetime(6) null,
  consecutive_failures int null,
  last_heartbeat datetime(6) null,
  version bigint not null,
  priority smallint null,
  woken datetime(6) null,
  primary key (task_name, task_instance),
  key execution_time_idx (execution_time),
  key last_heartbeat_idx (last_heartbeat)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
