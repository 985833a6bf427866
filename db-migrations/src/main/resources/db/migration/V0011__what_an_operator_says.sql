-- Who keeps a node from what is done to it, why and how long; without an end until it is released.
create table node_holds (
  node_id bigint not null,
  name varchar(64) not null,
  placed_by varchar(255) not null,
  reason varchar(255) not null,
  since_at datetime(6) not null,
  until_at datetime(6) null,
  primary key (node_id, name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- What an operator says of a node beyond its size and its place; a node of which nothing is said has
-- no row. custom_class is the resource class as flavors write it; traits stand between blanks,
-- properties and root_device are JSON.
create table node_details (
  node_id bigint not null,
  resource_class varchar(80) null,
  custom_class varchar(96) null,
  traits text null,
  properties mediumtext null,
  root_device mediumtext null,
  retired tinyint(1) not null default 0,
  retired_reason varchar(255) null,
  is_protected tinyint(1) not null default 0,
  protected_reason varchar(255) null,
  primary key (node_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
