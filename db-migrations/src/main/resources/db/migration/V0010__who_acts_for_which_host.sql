-- Which process acts for which compute host. It counts beats while it lives; a host whose beats stand
-- still has lost its process, and another host may take over what it owns.
create table services (
  host varchar(255) not null,
  process varchar(36) null,
  machine varchar(255) null,
  pid bigint null,
  began datetime(6) null,
  release_name varchar(64) null,
  since datetime(6) null,
  beats bigint not null,
  lease_ms bigint not null,
  seen datetime(6) not null,
  drained varchar(255) null,
  primary key (host)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- Where a node is at home while another host acts for it.
alter table bm_nodes add column home_host varchar(255) null;
create index bm_nodes_home_idx on bm_nodes (home_host);
create index bm_nodes_service_host_idx on bm_nodes (service_host);

-- Two hosts told the scheduler's side the same. Notices of before are told by the host of their instance.
alter table outbox add column host varchar(255) not null default '';
update outbox set host = coalesce(
  (select host from instances where instances.uuid = outbox.instance_uuid), '');
create index outbox_host_idx on outbox (host, id);
