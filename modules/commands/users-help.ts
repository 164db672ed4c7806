/** Help of `connect-sso users`. */
export const USERS_HELP = `Usage: connect-sso users plan [CONFIG...] [--take-over] [--json]
       connect-sso users apply [CONFIG...] [--take-over] [--yes] [--log FILE] [--json]
       connect-sso users export [CONFIG] [--format csv|yaml] [--applications KEYS]

Brings the users of Amazon Connect to what the config lists in users and usersFrom, without Terraform:

  plan    shows who would be created, changed value by value, or removed; AWS is only read
  apply   shows the plan, asks, and does it, as fast as Amazon Connect takes requests: some two users a
          second. Ctrl-C ends it after the request that is on its way. Run again, it does the rest
  export  writes every user of the instance: as CSV in the columns of the bulk upload of Amazon Connect,
          or as users for a config, with the IDs by which a deployment takes them over

A user that apply creates gets the tag connect-sso:config with the name of the instance in the config.
Users without that tag are neither changed nor removed, and are reported where the config lists them.
The config needs usersManagedBy: connect-sso, with which Terraform leaves the users alone.

CONFIG is a config file or a folder of them; the default is $CONNECT_SSO_CONFIG, or else config.

Options:
  --take-over        make users who exist with the names of the config, without the tag, users of it
  --max-removals N   remove up to N users in one run; the default is a tenth of them, at least 5
  --yes              ask nothing: needed where there is no terminal, and with --json
  --log FILE         add what was done to a file of JSON lines, each as soon as it is done
  --rate NUMBER      requests a second; the default is 2, which AWS takes without a raised quota
  --format FORMAT    csv, which is the default, or yaml
  --applications KEYS
                     applications of the users that the config does not have, with commas; for yaml
  --profile NAME     profile of the AWS configuration for the account of the instance; the default is
                     the SDK's chain (environment, AWS_PROFILE, ...)
  --identity-center-profile NAME
                     profile for the account of Identity Center, where groups of usersFrom are read; the
                     default is that of the instance
  --json             write plan and results as one JSON document
  -h, --help         show this

Exit code: 0 fine, 1 problems found: the config has errors, a user is not this config's, a plan was
refused, or something was not done; 2 wrong usage, 3 something could not be read
`;
